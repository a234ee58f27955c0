//! Ctrl-C, and where the system has it SIGTERM: the first one is a wish to leave, the second one leaves at once.

use tokio::sync::mpsc;

/// The interrupts of this process.
pub struct Interrupts(mpsc::UnboundedReceiver<()>);

impl Interrupts {
    /// Listens from now on. Within a runtime.
    pub fn listen() -> Self {
        let (sender, receiver) = mpsc::unbounded_channel();
        #[cfg(unix)]
        tokio::spawn(terminated(sender.clone()));
        tokio::spawn(
            async move { while tokio::signal::ctrl_c().await.is_ok() && sender.send(()).is_ok() {} },
        );
        Self(receiver)
    }

    /// Those that `receiver` gets, for tests.
    #[cfg(test)]
    pub fn of(receiver: mpsc::UnboundedReceiver<()>) -> Self {
        Self(receiver)
    }

    /// The next one. A wait that is dropped loses nothing.
    pub async fn next(&mut self) {
        if self.0.recv().await.is_none() {
            std::future::pending::<()>().await;
        }
    }
}

/// Whoever ends the program from outside leaves no window open at the router either.
#[cfg(unix)]
async fn terminated(sender: mpsc::UnboundedSender<()>) {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    while terminate.recv().await.is_some() && sender.send(()).is_ok() {}
}

/// How a walk through the screens ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The session came to its end.
    Over,
    /// Interrupted a second time.
    Interrupted,
}
