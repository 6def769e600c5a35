//! Addresses of this machine and of link-local networks.

use std::{
    error::Error,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs, UdpSocket},
};

/// A name that means this machine, or one on a link-local network.
#[derive(Debug, thiserror::Error)]
#[error("an address of this machine or of its link-local network")]
pub(super) struct LocalAddress;

/// Looks a name up. Fails if any of its addresses is local: such a name is not one of the web.
pub(super) fn public_addresses(name: &str) -> Result<Vec<SocketAddr>, Box<dyn Error + Send + Sync>> {
    let host = name.trim_end_matches('.').to_ascii_lowercase();
    // Such a name is this machine's, whatever a server of names says (RFC 6761, 6.3).
    if host == "localhost" || host.ends_with(".localhost") {
        return Err(LocalAddress.into());
    }
    let found: Vec<SocketAddr> = (name, 0).to_socket_addrs()?.collect();
    if found.iter().any(|address| is_local(address.ip())) {
        return Err(LocalAddress.into());
    }
    Ok(found)
}

/// Whether an address is this machine's or link-local, however it is written: as IPv4 within IPv6, too.
pub(super) fn is_local(address: IpAddr) -> bool {
    let is_plainly_local = match address {
        IpAddr::V4(address) => is_local_v4(address),
        IpAddr::V6(address) => {
            address.is_loopback()
                || address.is_unspecified()
                || address.is_unicast_link_local()
                || embedded_v4(address).is_some_and(|inner| is_local(IpAddr::V4(inner)))
        }
    };
    is_plainly_local || is_own(address)
}

fn is_local_v4(address: Ipv4Addr) -> bool {
    // All of 0.0.0.0/8 is "this host on this network" (RFC 1122, 3.2.1.3).
    address.octets().first() == Some(&0) || address.is_loopback() || address.is_link_local() || address.is_broadcast()
}

/// The IPv4 address that an IPv6 address leads to: mapped, compatible, NAT64 (RFC 6052) and 6to4 (RFC 3056).
fn embedded_v4(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let v4 = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match address.segments() {
        [0, 0, 0, 0, 0, 0 | 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => {
            Some(v4(high, low))
        }
        _ => None,
    }
}

/// Whether an address is one of this machine's own: the system would send from it what goes to it. Nothing is sent.
fn is_own(address: IpAddr) -> bool {
    let any: IpAddr = match address {
        IpAddr::V4(_) => Ipv4Addr::UNSPECIFIED.into(),
        IpAddr::V6(_) => Ipv6Addr::UNSPECIFIED.into(),
    };
    let from = UdpSocket::bind((any, 0)).and_then(|socket| {
        socket.connect((address, 9))?;
        socket.local_addr()
    });
    from.is_ok_and(|from| from.ip() == address)
}

#[cfg(test)]
mod tests {
    use super::is_local;

    #[test]
    fn an_address_of_this_machine_or_beside_it_is_local_however_it_is_written() {
        for local in [
            "127.0.0.1",
            "127.255.0.3",
            "0.0.0.0",
            "0.1.2.3",
            "169.254.169.254",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "febf::1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.1.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
        ] {
            assert!(local.parse().is_ok_and(is_local), "{local}");
        }
        for public in [
            "203.0.113.7",
            "10.11.12.13",
            "192.168.200.201",
            "2001:db8::7",
            "::ffff:203.0.113.7",
            "fd00::7",
            "2002:cb00:7107::",
        ] {
            assert!(public.parse().is_ok_and(|address| !is_local(address)), "{public}");
        }
    }
}
