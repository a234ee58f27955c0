//! The order of start and stop. The library asks for both from threads of one pool; a port sees, for each id, first the start
//! and, once that has returned, the stop. What it tells after the stop was asked for is dropped.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Stops kept that came before their start: those of a moment.
const MAX_EARLY: usize = 256;

type To<T> = Arc<dyn Fn(T) + Send + Sync>;

/// Where a port tells what it finds, until it is closed.
pub(super) struct Sink<T>(Mutex<Option<To<T>>>);

impl<T> Sink<T> {
    pub fn new(to: To<T>) -> Arc<Self> {
        Arc::new(Self(Mutex::new(Some(to))))
    }

    pub fn send(&self, event: T) {
        let to = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(to) = to {
            to(event);
        }
    }

    /// Sends, and closes: the first final answer wins.
    pub fn send_last(&self, event: T) {
        if let Some(to) = self.close() {
            to(event);
        }
    }

    fn close(&self) -> Option<To<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// The ids of one port, each with its sink.
pub(super) struct Turns<T>(Mutex<Known<T>>);

struct Known<T> {
    turns: HashMap<u64, (Turn, Arc<Sink<T>>)>,
    early: VecDeque<u64>,
}

#[derive(Clone, Copy, PartialEq)]
enum Turn {
    Starting,
    StopWhenStarted,
    Open,
}

impl<T> Default for Turns<T> {
    fn default() -> Self {
        Self(Mutex::new(Known { turns: HashMap::new(), early: VecDeque::new() }))
    }
}

impl<T> Turns<T> {
    fn lock(&self) -> MutexGuard<'_, Known<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Calls `start`, and `stop` at once where that was asked for meanwhile. Neither is called under a lock.
    pub fn start<E>(
        &self,
        id: u64,
        sink: Arc<Sink<T>>,
        start: impl FnOnce() -> Result<(), E>,
        stop: impl FnOnce(),
    ) -> Result<(), E> {
        {
            let mut known = self.lock();
            if let Some(at) = known.early.iter().position(|early| *early == id) {
                known.early.remove(at);
                sink.close();
                return Ok(());
            }
            known.turns.insert(id, (Turn::Starting, sink.clone()));
        }
        let started = start();
        let stopped = {
            let mut known = self.lock();
            let stopped = known.turns.get(&id).is_some_and(|(turn, _)| *turn == Turn::StopWhenStarted);
            if stopped || started.is_err() {
                known.turns.remove(&id);
                sink.close();
            } else {
                known.turns.insert(id, (Turn::Open, sink));
            }
            stopped && started.is_ok()
        };
        if stopped {
            stop();
        }
        started
    }

    /// Closes the sink; calls `stop` now, or leaves it to the start that is under way.
    pub fn stop(&self, id: u64, stop: impl FnOnce()) {
        {
            let mut known = self.lock();
            let Some((turn, sink)) = known.turns.get_mut(&id) else {
                if known.early.len() >= MAX_EARLY {
                    known.early.pop_front();
                }
                known.early.push_back(id);
                return;
            };
            sink.close();
            if *turn != Turn::Open {
                *turn = Turn::StopWhenStarted;
                return;
            }
            known.turns.remove(&id);
        }
        stop();
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};

    use super::*;

    fn sink() -> (Arc<Sink<u8>>, Receiver<u8>) {
        let (sender, heard) = channel();
        (Sink::new(Arc::new(move |event| sender.send(event).unwrap())), heard)
    }

    #[test]
    fn a_port_sees_start_then_stop_whatever_came_first() {
        let seen = Mutex::new(Vec::new());
        let say = |what| seen.lock().unwrap().push(what);
        let turns = Turns::default();
        let start = |id, inside: &dyn Fn(&Sink<u8>)| {
            let (sink, heard) = sink();
            let begin = || {
                say("start");
                inside(&sink);
                Ok::<(), ()>(())
            };
            turns.start(id, sink.clone(), begin, || say("stop")).unwrap();
            sink.send(1);
            heard.try_iter().count()
        };
        assert_eq!(start(1, &|sink| sink.send(0)), 2, "heard from inside the call and after it");
        turns.stop(1, || say("stop"));
        assert_eq!(*seen.lock().unwrap(), ["start", "stop"]);
        assert_eq!(start(2, &|_| turns.stop(2, || say("too early"))), 0, "nothing after the stop");
        assert_eq!(*seen.lock().unwrap(), ["start", "stop", "start", "stop"]);
        turns.stop(3, || say("too early"));
        assert_eq!(start(3, &|_| ()), 0);
        assert_eq!(seen.lock().unwrap().len(), 4, "stopped before it began");
        assert_eq!(start(3, &|_| ()), 1);
        assert_eq!(seen.lock().unwrap().len(), 5, "its id may be used again");
    }

    #[test]
    fn what_could_not_start_is_not_stopped_and_tells_nothing() {
        let turns = Turns::default();
        let (sink, heard) = sink();
        assert!(turns.start(1, sink.clone(), || Err(()), || unreachable!()).is_err());
        sink.send(1);
        assert_eq!(heard.try_iter().count(), 0);
        for id in 10..1_000 {
            turns.stop(id, || unreachable!());
        }
        assert!(turns.lock().early.len() <= MAX_EARLY && turns.lock().turns.is_empty());
    }

    #[test]
    fn the_first_final_answer_wins() {
        let (sink, heard) = sink();
        sink.send_last(1);
        sink.send_last(2);
        assert_eq!(heard.try_iter().collect::<Vec<_>>(), [1]);
    }
}
