//! For `cargo xtask bench hand-over`: the adapter for OpenWrt gives a router one PIN.
//!
//! `bench_router ADDRESS:PORT HOSTAPD-OBJECT USER PIN` takes the password from INKJOIN_BENCH_PASSWORD. It waits for a line on
//! its input before it signs in, and for another before it hands over; after each it prints the milliseconds that it took.

use std::error::Error;
use std::io::{BufRead, Write, stdin, stdout};
use std::sync::Arc;
use std::time::{Duration, Instant};

use inkjoin::net::LocalAddr;
use inkjoin::net::http::Http;
use inkjoin::net::tls::Pins;
use inkjoin::pin::WpsPin;
use inkjoin::router::{self, RouterKind, RouterReport, Takes};
use inkjoin::secret::Secret;

const LIMIT: Duration = Duration::from_secs(10);

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().ok_or("ADDRESS:PORT HOSTAPD-OBJECT USER PIN");
    let report = RouterReport {
        at: LocalAddr::parse(&next()?)?,
        kind: RouterKind::OpenWrt { hostapd: vec![next()?] },
        encrypted: false,
        device_pin: Takes::AfterSignIn,
        push_button: Takes::AfterSignIn,
        trouble: None,
        vendor: None,
    };
    let (user, pin) = (next()?, WpsPin::parse(&next()?).map_err(|_| "no PIN")?);
    let password = Secret::new(std::env::var("INKJOIN_BENCH_PASSWORD")?);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    let http = Http::new(Arc::new(Pins::new()))?;

    let begun = go()?;
    let access = runtime.block_on(router::sign_in(&http, &report, &user, &password, LIMIT))?;
    tell(begun)?;
    let begun = go()?;
    runtime.block_on(router::send_pin(&http, &report, &access, &pin, LIMIT))?;
    tell(begun)
}

fn go() -> Result<Instant, Box<dyn Error>> {
    stdin().lock().read_line(&mut String::new())?;
    Ok(Instant::now())
}

fn tell(begun: Instant) -> Result<(), Box<dyn Error>> {
    Ok(writeln!(stdout(), "{:.3}", begun.elapsed().as_secs_f64() * 1000.0)?)
}
