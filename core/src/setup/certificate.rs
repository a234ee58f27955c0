//! A question of phase sign-in: the router shows another certificate than before. Its password goes where the person says that
//! it goes, and nothing is sent before that.

use super::effect::Ask;
use super::input::{Choice, Input, Outcome, Refused};
use super::journal::Note;
use super::state::{After, Decide, SignIn, SignInTrouble, State, Then};
use super::{Moment, Setup, Step, decide, find, sign_in};
use crate::net::Trouble;
use crate::net::tls::Changed;
use crate::router::{RouterKind, RouterReport, SignInProblem};

/// Asks the person. `then` is what was to follow the sign-in, `None` where no way was chosen yet.
pub(super) fn question(
    setup: &mut Setup,
    certificate: Changed,
    router: Option<RouterReport>,
    then: Option<Then>,
    now: Moment,
) -> State {
    setup.world.journal.note(now, Note::CertificateChanged);
    setup.world.signed_in = false;
    if then.is_none() {
        decide::learned(setup, router);
    }
    // A question that is to be thought over outlasts a PIN: a fresh one is got afterwards.
    let then = then.map(|then| if then == Then::SendPin { Then::GetPin } else { then });
    State::SignIn(SignIn::Changed { certificate, then })
}

pub(super) fn handle(setup: &mut Setup, state: SignIn, input: Input, now: Moment) -> Step {
    let then = state.then();
    match (state, input) {
        (SignIn::Changed { certificate, .. }, Input::Choose(Choice::TrustRouter, _)) => {
            setup.world.journal.note(now, Note::CertificateTrusted);
            let effect = setup.ask(Ask::TrustRouter { certificate }, now);
            (State::SignIn(SignIn::Trusting { effect, then }), Ok(()))
        }
        (SignIn::Changed { .. }, Input::Choose(Choice::ByHand, _)) => by_hand(setup, then, now),
        (_, Input::Choose(Choice::Back, _)) => match then {
            None => find::search(setup, None, now),
            Some(Then::Undo) => (State::After(After::Leftover), Ok(())),
            Some(_) => (State::Decide(Decide::Choosing), Ok(())),
        },
        (SignIn::Trusting { .. }, Input::Outcome(_, Outcome::Router(router))) => {
            decide::learned(setup, router);
            go_on(setup, then, now)
        }
        (SignIn::Trusting { .. }, Input::Outcome(_, Outcome::CertificateChanged { certificate, router })) => {
            (question(setup, certificate, router, then, now), Ok(()))
        }
        (state, Input::Choose(..)) => (State::SignIn(state), Err(Refused::NotOffered)),
        (state, _) => (State::SignIn(state), Ok(())),
    }
}

/// The answer of the router that is trusted now was lost.
pub(super) fn lost(setup: &mut Setup, then: Option<Then>) -> State {
    let Some(then) = then else {
        setup.world.router = None;
        return State::Decide(Decide::Choosing);
    };
    let problem = Some(SignInTrouble::Problem(SignInProblem::Trouble(Trouble::TimedOut)));
    State::SignIn(SignIn::Typing { then, problem })
}

/// The new certificate may be another kind of router's, to which nothing is sent.
fn go_on(setup: &mut Setup, then: Option<Then>, now: Moment) -> Step {
    let Some(then) = then else { return (State::Decide(Decide::Choosing), Ok(())) };
    if setup.world.router.as_ref().is_some_and(|router| router.kind != RouterKind::Unknown) {
        return (State::SignIn(SignIn::Typing { then, problem: None }), Ok(()));
    }
    sign_in::by_hand(setup, then, now)
}

/// Its page is not for passwords either, as the screens from here on say.
fn by_hand(setup: &mut Setup, then: Option<Then>, now: Moment) -> Step {
    if let Some(router) = &mut setup.world.router {
        router.trouble = Some(Trouble::CertificateChanged);
    }
    match then {
        Some(then) => sign_in::by_hand(setup, then, now),
        None => (State::Decide(Decide::Choosing), Ok(())),
    }
}
