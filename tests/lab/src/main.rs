//! `inkjoin-lab`: scenes on loopback, single devices in front of a bed, and rooms to run tests of DNS-SD in.

#[cfg(target_os = "linux")]
mod room;

use std::io::{Read, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use inkjoin_lab::{Lab, Options, Scene, alone};
use serde_json::json;

/// Virtual HP printers and home routers on real sockets.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    mode: Mode,
}

#[derive(Subcommand)]
enum Mode {
    /// Serve a scene until standard input closes, or SIGINT or SIGTERM.
    Serve {
        /// One of `inkjoin-lab scenes`, or a file that ends in .toml.
        scene: String,
        /// Say where everything is as one line of JSON.
        #[arg(long)]
        json: bool,
        /// How many times as fast as the wall's clock the lab's runs.
        #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
        speed: u32,
        /// Announce nothing by DNS-SD.
        #[arg(long)]
        no_announce: bool,
    },
    /// List the scenes.
    Scenes,
    /// Run a command in a network of its own that has nothing but loopback; exit status 77 where the kernel refuses.
    Room {
        /// The command and its arguments.
        #[arg(last = true, required = true)]
        command: Vec<std::ffi::OsString>,
    },
    /// A scene's first printer in front of a bed's wpa_supplicant.
    Printer {
        /// The bed's control socket.
        #[arg(long)]
        bed: PathBuf,
        /// The scene.
        #[arg(long)]
        scene: String,
        /// Where its setup network is.
        #[arg(long)]
        setup: Option<SocketAddr>,
        /// Where its cable is.
        #[arg(long)]
        cable: Option<SocketAddr>,
        /// Where it is once it has joined.
        #[arg(long)]
        home: SocketAddr,
        /// So many reads of the PIN tell another one than the printer uses.
        #[arg(long, default_value_t = 0)]
        pin_wrong_times: u32,
    },
    /// A scene's router in front of a bed's hostapd.
    Router {
        /// The bed's control socket.
        #[arg(long)]
        bed: PathBuf,
        /// The scene.
        #[arg(long)]
        scene: String,
        /// Where it listens.
        #[arg(long)]
        http: SocketAddr,
    },
}

type Fault = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    match run(Arguments::parse().mode) {
        Ok(code) => code,
        Err(why) => {
            eprintln!("inkjoin-lab: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run(mode: Mode) -> Result<ExitCode, Fault> {
    match mode {
        // Before any thread is started: a process with two can't have a user namespace.
        Mode::Room { command } => return Ok(in_room(&command)),
        Mode::Scenes => {
            let mut out = std::io::stdout().lock();
            for name in Scene::names() {
                writeln!(out, "{name:24}{}", Scene::named(name)?.title)?;
            }
        }
        mode => tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()?
            .block_on(serve(mode))?,
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(target_os = "linux")]
fn in_room(command: &[std::ffi::OsString]) -> ExitCode {
    room::run(command)
}

#[cfg(not(target_os = "linux"))]
fn in_room(_: &[std::ffi::OsString]) -> ExitCode {
    eprintln!("skipped: room: only Linux has network namespaces");
    ExitCode::from(77)
}

async fn serve(mode: Mode) -> Result<(), Fault> {
    match mode {
        Mode::Serve { scene, json, speed, no_announce } => {
            let lab = Lab::start(Scene::named(&scene)?, Options { speed, announce: !no_announce }).await?;
            let info = lab.info();
            say(&if json { serde_json::to_string(&info)? } else { serde_json::to_string_pretty(&info)? })?;
            ended().await?;
            lab.stop().await;
        }
        Mode::Printer { bed, scene, setup, cable, home, pin_wrong_times } => {
            let at = alone::Addresses { setup, cable, home };
            let _printer = alone::printer(&bed, Scene::named(&scene)?, at, pin_wrong_times)?;
            say(&json!({ "printer": scene, "setup": setup, "cable": cable, "home": home }).to_string())?;
            ended().await?;
        }
        Mode::Router { bed, scene, http } => {
            let _router = alone::router(&bed, Scene::named(&scene)?, http)?;
            say(&json!({ "router": scene, "http": http }).to_string())?;
            ended().await?;
        }
        Mode::Scenes | Mode::Room { .. } => {}
    }
    Ok(())
}

fn say(line: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

/// Waits until standard input closes, or a signal asks for the end.
async fn ended() -> std::io::Result<()> {
    let (closed, told) = tokio::sync::oneshot::channel();
    // A thread of its own: a read of standard input can't be given up, and a runtime would wait for it.
    std::thread::spawn(move || {
        let mut sink = [0; 256];
        while matches!(std::io::stdin().read(&mut sink), Ok(1..)) {}
        let _ = closed.send(());
    });
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (mut interrupt, mut terminate) =
            (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
        tokio::select! { _ = told => {}, _ = interrupt.recv() => {}, _ = terminate.recv() => {} }
    }
    #[cfg(not(unix))]
    let _ = told.await;
    Ok(())
}
