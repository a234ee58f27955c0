//! One printer, asked without a session.

use std::sync::Arc;

use super::StartError;
use super::hub::Hub;
use crate::knowledge::Knowledge;
use crate::net::LocalAddr;
use crate::net::http::Http;
use crate::net::tls::Pins;
use crate::printer::{self, NotOurs, PrinterReport};

/// Asks the device at `at` who it is, what it offers and how it is connected, when nobody else talks to it. Only reads; takes
/// no longer than asking it within a session. Dropping the future ends the question.
///
/// # Errors
/// [`StartError`], and within it why the device is no printer of ours.
pub async fn describe(hub: &Arc<Hub>, at: LocalAddr) -> Result<Result<PrinterReport, NotOurs>, StartError> {
    let limit = Knowledge::embedded()?.timings.look;
    let http = Http::new(Arc::new(Pins::new())).map_err(StartError::Http)?;
    let asker = hub.clone();
    let asking = hub.spawn(Box::pin(async move {
        let _turn = asker.turn(at).await;
        printer::describe(&http, at, None, limit).await
    }));
    let _ended_when_dropped = EndWhenDropped(asking.abort_handle());
    asking.await.map_err(|_| StartError::NoResources)
}

struct EndWhenDropped(tokio::task::AbortHandle);

impl Drop for EndWhenDropped {
    fn drop(&mut self) {
        self.0.abort();
    }
}
