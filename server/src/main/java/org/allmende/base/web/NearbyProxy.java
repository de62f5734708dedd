package org.allmende.base.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Believes a proxy on this computer or in a private network who is asking ({@code X-Forwarded-For})
 * and whether over TLS ({@code X-Forwarded-Proto}); nobody else, and nothing else.
 */
final class NearbyProxy implements HttpConfiguration.Customizer {

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    ConnectionMetaData line = request.getConnectionMetaData();
    if (!isNear(line.getRemoteSocketAddress())) {
      return request;
    }
    HttpFields told = request.getHeaders();
    boolean secure =
        request.isSecure()
            || HttpScheme.HTTPS.is(String.valueOf(told.get(HttpHeader.X_FORWARDED_PROTO)));
    SocketAddress asking =
        asking(told.getCSV(HttpHeader.X_FORWARDED_FOR, false))
            .<SocketAddress>map(address -> new InetSocketAddress(address, 0))
            .orElse(line.getRemoteSocketAddress());
    return new Forwarded(request, asking, secure);
  }

  /**
   * The last in the row whom no proxy of ours put there; whoever asks can write what stands before.
   */
  static Optional<InetAddress> asking(List<String> row) {
    Optional<InetAddress> asking = Optional.empty();
    for (String hop : row.reversed()) {
      Optional<InetAddress> address = address(hop);
      if (address.isEmpty()) {
        return asking;
      }
      asking = address;
      if (!isNear(address.get())) {
        return asking;
      }
    }
    return asking;
  }

  private static Optional<InetAddress> address(String literal) {
    try {
      return Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static boolean isNear(SocketAddress other) {
    return other instanceof InetSocketAddress known
        && known.getAddress() != null
        && isNear(known.getAddress());
  }

  private static boolean isNear(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || isUniqueLocal(address.getAddress());
  }

  /** {@code fc00::/7} of RFC 4193. */
  private static boolean isUniqueLocal(byte[] address) {
    return address.length == 16 && (address[0] & 0xfe) == 0xfc;
  }

  /** The request as the proxy got it. */
  private static final class Forwarded extends Request.Wrapper {

    private final ConnectionMetaData line;
    private final HttpURI uri;
    private final boolean secure;

    Forwarded(Request request, SocketAddress asking, boolean secure) {
      super(request);
      this.secure = secure;
      this.uri =
          secure
              ? HttpURI.build(request.getHttpURI()).scheme(HttpScheme.HTTPS)
              : request.getHttpURI();
      this.line =
          new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
              return asking;
            }

            @Override
            public boolean isSecure() {
              return secure;
            }
          };
    }

    @Override
    public HttpURI getHttpURI() {
      return uri;
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
      return line;
    }

    @Override
    public boolean isSecure() {
      return secure;
    }
  }
}
