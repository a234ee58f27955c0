//! A link: one address of a device, which may be there or not.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::net::{TcpListener, TcpSocket};
use tokio::task::{JoinHandle, JoinSet};

use super::{Context, connection};
use crate::LabError;

/// Which of a device's addresses a request came by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkName {
    /// A printer's own setup network.
    Setup,
    /// A printer's network cable.
    Cable,
    /// A printer's Wi-Fi at home.
    Home,
    /// A router's page.
    Router,
    /// Where nobody should come: the target of `redirect-away` and of decoys.
    Trap,
}

/// One address. Closed, its port stays taken, and connections to it are refused.
#[derive(Debug)]
pub struct Link {
    /// Which.
    pub name: LinkName,
    /// Connections so far.
    pub connections: AtomicU64,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    address: SocketAddr,
    port: Port,
}

#[derive(Debug)]
enum Port {
    /// Bound but not listening.
    Held(TcpSocket),
    Open(JoinHandle<()>),
    Gone,
}

/// Bound, so that nobody else gets the port, and not listening.
fn hold(address: SocketAddr) -> Result<TcpSocket, LabError> {
    let socket = || {
        let socket = TcpSocket::new_v4()?;
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        Ok(socket)
    };
    socket().map_err(|source| LabError::Listen { address, source })
}

impl Link {
    /// A closed link at that address; port 0 takes a free one.
    ///
    /// # Errors
    /// An address that can't be bound.
    pub fn new(name: LinkName, address: SocketAddr) -> Result<Arc<Self>, LabError> {
        let socket = hold(address)?;
        let address = socket.local_addr().map_err(|source| LabError::Listen { address, source })?;
        let state = Mutex::new(State { address, port: Port::Held(socket) });
        Ok(Arc::new(Self { name, connections: AtomicU64::new(0), state }))
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where it is now.
    pub fn address(&self) -> SocketAddr {
        self.state().address
    }

    /// Whether connections are taken.
    pub fn is_open(&self) -> bool {
        matches!(self.state().port, Port::Open(_))
    }

    /// Takes connections from now on.
    ///
    /// # Errors
    /// The port can't be had any more.
    pub fn open(self: &Arc<Self>, context: Context) -> Result<(), LabError> {
        let mut state = self.state();
        let address = state.address;
        let socket = match std::mem::replace(&mut state.port, Port::Gone) {
            Port::Held(socket) => socket,
            Port::Gone => hold(address)?,
            open @ Port::Open(_) => {
                state.port = open;
                return Ok(());
            }
        };
        let listener = socket.listen(64).map_err(|source| LabError::Listen { address, source })?;
        state.port = Port::Open(tokio::spawn(accept(listener, self.clone(), context)));
        Ok(())
    }

    /// Ends all connections and refuses new ones.
    pub async fn close(&self) {
        let port = std::mem::replace(&mut self.state().port, Port::Gone);
        if let Port::Open(task) = port {
            task.abort();
            // Its listener is gone only when the task is.
            let _ = task.await;
            let mut state = self.state();
            // Without the port nobody else's listener may be taken for this one; a failure leaves it free.
            if let (Port::Gone, Ok(socket)) = (&state.port, hold(state.address)) {
                state.port = Port::Held(socket);
            }
        }
    }

    /// Ends all connections and lets the port go.
    pub fn end(&self) -> Option<JoinHandle<()>> {
        match std::mem::replace(&mut self.state().port, Port::Gone) {
            Port::Open(task) => {
                task.abort();
                Some(task)
            }
            _ => None,
        }
    }

    /// At another port from now on; the old one refuses. Open if it was open.
    ///
    /// # Errors
    /// No other port.
    pub async fn move_away(self: &Arc<Self>, context: Context) -> Result<(), LabError> {
        let was_open = self.is_open();
        let mut address = self.address();
        address.set_port(0);
        // Bound before the old one is let go, or it could be the same one again.
        let socket = hold(address)?;
        self.close().await;
        {
            let mut state = self.state();
            state.address = socket.local_addr().map_err(|source| LabError::Listen { address, source })?;
            state.port = Port::Held(socket);
        }
        if was_open { self.open(context) } else { Ok(()) }
    }
}

/// Takes connections until it is aborted; they end with it.
async fn accept(listener: TcpListener, link: Arc<Link>, context: Context) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => if let Ok((stream, _)) = accepted {
                link.connections.fetch_add(1, Ordering::Relaxed);
                connections.spawn(connection::serve(stream, link.clone(), context.clone()));
            },
            Some(_) = connections.join_next() => {}
        }
    }
}
