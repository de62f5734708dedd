package org.allmende.board;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Puts the socket of each board beside its pages; only pages of this site may open it. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {

  private final BoardSocket socket;
  private final BoardStore boards;
  private final Doors doors;

  SocketConfiguration(BoardSocket socket, BoardStore boards, Doors doors) {
    this.socket = socket;
    this.boards = boards;
    this.doors = doors;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry
        .addHandler(socket, "/*/boards/*/socket")
        .addInterceptors(new Greeting())
        // Foreign pages were refused before, by the rule that holds for forms too. Spring's own
        // rule also compares ports, which a proxy need not tell.
        .setAllowedOriginPatterns("*");
  }

  /** Finds the board of the address and notes what the caller brings along. */
  private final class Greeting implements HandshakeInterceptor {

    @Override
    public boolean beforeHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler handler,
        Map<String, Object> attributes) {
      HttpServletRequest servlet = ((ServletServerHttpRequest) request).getServletRequest();
      Optional<Board> board = board(servlet.getRequestURI());
      if (board.isEmpty()) {
        response.setStatusCode(HttpStatus.NOT_FOUND);
        return false;
      }
      attributes.put(BoardSocket.BOARD, board.get());
      attributes.put(BoardSocket.CALLER, doors.caller(board.get(), servlet));
      return true;
    }

    private Optional<Board> board(String path) {
      String[] parts = path.split("/");
      return parts.length != 5
          ? Optional.empty()
          : boards.find(parts[3]).filter(found -> found.tenant().slug().equals(parts[1]));
    }

    @Override
    public void afterHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler handler,
        @Nullable Exception exception) {
      // The socket does the rest.
    }
  }
}
