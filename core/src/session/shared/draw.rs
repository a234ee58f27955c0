//! Screens out of the setup: when, and whether there is something new to see.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use super::{Core, Shared};
use crate::guide::Screen;
use crate::guide::announce;
use crate::guide::screen::Block;
use crate::setup::View;

/// Screens in [`WINDOW`].
const SCREENS: usize = 4;
/// Its screen says that the setup is being ended.
const CLOSING: &str = "closing";
/// Real time, whatever the session's clock does: a UI draws in it.
const WINDOW: Duration = Duration::from_secs(1);

impl Shared {
    /// Whether the newest screen is how the setup stands. That may be ahead, and what was chosen there was not chosen here; but
    /// where it looks the same, no newer screen will follow, and a choice that is refused as stale would be lost.
    pub(super) fn shows(&self, core: &mut Core) -> bool {
        if core.setup.generation() == core.shown_generation {
            return true;
        }
        let (view, now) = self.as_it_stands(core);
        let choices = core.choices.iter().map(|(_, choice)| choice);
        let same = core.screen.as_ref() == Some(&now) && choices.eq(&view.choices);
        if same {
            core.shown_generation = core.setup.generation();
        }
        same
    }

    /// Shows what has been saved; tells when to come again where it is too early.
    pub fn publish(&self) -> Option<Duration> {
        let mut core = self.lock();
        if core.saved_generation != Some(core.setup.generation()) {
            return Some(Duration::ZERO);
        }
        let again = self.draw(&mut core);
        let drawn = core.screen.as_ref().map_or(0, |screen| screen.revision);
        drop(core);
        // Not under the lock: whoever is woken may go on at once, on this thread, and asks for the screen.
        self.revision.send_if_modified(|told| std::mem::replace(told, drawn) != drawn);
        again
    }

    /// The setup's screen now, numbered and announced as the newest one was: equal to that where nothing changed.
    fn as_it_stands(&self, core: &mut Core) -> (View, Screen) {
        let view = core.setup.view();
        let mut screen = core.guide.draw(&view, self.knowledge, &mut core.secrets, self.clock.now());
        if let Some(before) = &core.screen {
            screen.revision = before.revision;
            screen.announce.clone_from(&before.announce);
        }
        (view, screen)
    }

    /// Draws what changed, at most four times a second; else tells when to come again.
    pub(super) fn draw(&self, core: &mut Core) -> Option<Duration> {
        if !std::mem::take(&mut core.unpublished) {
            return None;
        }
        let (view, mut screen) = self.as_it_stands(core);
        if let Some(before) = &core.screen {
            if *before == screen && !core.owed {
                core.shown_generation = core.setup.generation();
                return None;
            }
            screen.announce = (before.id == screen.id).then(|| announce(before, &screen)).flatten();
        }
        // Somebody who leaves sees at once that they were heard; it comes once.
        let leaving = screen.last
            || screen.id == CLOSING && core.screen.as_ref().is_none_or(|before| before.id != CLOSING);
        if let Some(wait) = too_soon(&mut core.published).filter(|_| !leaving) {
            core.unpublished = true;
            return Some(wait);
        }
        let shown = screen.blocks.iter().filter_map(|b| match b {
            Block::Pin { secret_id, .. } => Some(*secret_id),
            _ => None,
        });
        core.secrets.retain(&shown.collect::<Vec<_>>());
        core.owed = false;
        core.shown_generation = core.setup.generation();
        core.published.push_back(Instant::now());
        screen.revision += 1;
        tracing::info!(screen = view.id, revision = screen.revision, "screen");
        core.choices = view.choices.into_iter().map(|c| (c.id(), c)).collect();
        core.screen = Some(screen);
        None
    }
}

fn too_soon(published: &mut VecDeque<Instant>) -> Option<Duration> {
    while published.len() > SCREENS {
        published.pop_front();
    }
    let oldest = (published.len() == SCREENS).then(|| published.pop_front()).flatten()?;
    let age = oldest.elapsed();
    if age >= WINDOW {
        return None;
    }
    published.push_front(oldest);
    Some(WINDOW - age)
}
