//! A network namespace with nothing in it but loopback.
#![allow(
    unsafe_code,
    reason = "namespaces and an interface's flags have no safe call in the standard library"
)]

use std::ffi::OsString;
use std::io;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::os::unix::process::CommandExt;
use std::process::{Command, ExitCode};

/// Becomes the command in a room of its own. Returns only if that isn't possible.
pub fn run(command: &[OsString]) -> ExitCode {
    if let Err(why) = enter() {
        eprintln!("skipped: room: {why}");
        return ExitCode::from(77);
    }
    let Some((program, arguments)) = command.split_first() else { return ExitCode::FAILURE };
    // In place of this process, so that its exit status, its signals and its parent stay what they are.
    let why = Command::new(program).args(arguments).exec();
    eprintln!("inkjoin-lab: {}: {why}", program.display());
    ExitCode::from(127)
}

fn enter() -> io::Result<()> {
    // SAFETY: neither call has arguments in memory.
    let (user, group) = unsafe { (libc::geteuid(), libc::getegid()) };
    let mut kinds = libc::CLONE_NEWNET;
    if user != 0 {
        kinds |= libc::CLONE_NEWUSER;
    }
    // SAFETY: changes only namespaces of this process, which has one thread yet.
    if unsafe { libc::unshare(kinds) } != 0 {
        return Err(io::Error::last_os_error());
    }
    if user != 0 {
        // Without it an unprivileged process may not map its group (user_namespaces(7)).
        std::fs::write("/proc/self/setgroups", "deny")?;
        std::fs::write("/proc/self/uid_map", format!("0 {user} 1"))?;
        std::fs::write("/proc/self/gid_map", format!("0 {group} 1"))?;
    }
    loopback_up()
}

fn loopback_up() -> io::Result<()> {
    // SAFETY: plain numbers; the descriptor is checked before it is owned.
    let socket = unsafe { libc::socket(libc::AF_INET, libc::SOCK_DGRAM | libc::SOCK_CLOEXEC, 0) };
    if socket < 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: open, and nobody else's.
    let socket = unsafe { OwnedFd::from_raw_fd(socket) };
    // SAFETY: all zeros is a valid ifreq: an empty name and no flags.
    let mut request: libc::ifreq = unsafe { std::mem::zeroed() };
    for (to, from) in request.ifr_name.iter_mut().zip(*b"lo") {
        *to = from as libc::c_char;
    }
    request.ifr_ifru.ifru_flags = (libc::IFF_UP | libc::IFF_RUNNING) as libc::c_short;
    // SAFETY: SIOCSIFFLAGS reads an ifreq, and this one lives until the call returns.
    if unsafe { libc::ioctl(socket.as_raw_fd(), libc::SIOCSIFFLAGS as _, &raw const request) } != 0 {
        return Err(io::Error::last_os_error());
    }
    Ok(())
}
