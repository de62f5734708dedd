package org.allmende.video;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.allmende.base.id.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One socket to Janus with one session: asks, waits for the answer, hands events to handles. */
final class JanusConnection implements WebSocket.Listener {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String PLUGIN = "janus.plugin.videoroom";

  private final JsonMapper json;
  private final WebSocket socket;
  private final ReentrantLock sending = new ReentrantLock();
  private final Map<String, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final Map<Long, Consumer<JsonNode>> handles = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final StringBuilder half = new StringBuilder();
  private final long session;

  /**
   * Connects.
   *
   * @throws JanusProblem if nobody answers there
   */
  JanusConnection(HttpClient http, URI address, JsonMapper json) {
    this.json = json;
    this.socket = connected(http, address);
    try {
      this.session =
          ask(new LinkedHashMap<>(Map.of("janus", "create"))).path("data").path("id").asLong();
    } catch (RuntimeException e) {
      socket.abort();
      throw e;
    }
  }

  private WebSocket connected(HttpClient http, URI address) {
    CompletableFuture<WebSocket> socket =
        http.newWebSocketBuilder()
            .subprotocols("janus-protocol")
            .connectTimeout(PATIENCE)
            .buildAsync(address, this);
    try {
      return socket.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      socket.thenAccept(WebSocket::abort);
      throw new JanusProblem("Janus does not answer", e);
    } catch (InterruptedException e) {
      socket.thenAccept(WebSocket::abort);
      Thread.currentThread().interrupt();
      throw new JanusProblem("interrupted", e);
    }
  }

  /** A new end in Janus; what it tells by itself goes to the listener. */
  long attach(Consumer<JsonNode> listener) {
    Map<String, Object> message = inSession("attach");
    message.put("plugin", PLUGIN);
    long handle = ask(message).path("data").path("id").asLong();
    handles.put(handle, listener);
    return handle;
  }

  void detach(long handle) {
    handles.remove(handle);
    say(ofHandle("detach", handle));
  }

  /**
   * Asks the plugin and waits.
   *
   * @throws JanusProblem if it refuses or does not answer
   */
  JsonNode ask(long handle, Map<String, ?> body, Signal.@Nullable Description jsep) {
    Map<String, Object> message = ofHandle("message", handle);
    message.put("body", body);
    if (jsep != null) {
      message.put("jsep", jsep);
    }
    JsonNode answer = ask(message);
    JsonNode data = answer.path("plugindata").path("data");
    if (data.has("error_code")) {
      throw new JanusProblem(data.path("error_code").asInt(), data.path("error").asString(""));
    }
    return answer;
  }

  void trickle(long handle, Signal.Candidate candidate) {
    Map<String, Object> message = ofHandle("trickle", handle);
    message.put("candidate", candidate);
    say(message);
  }

  /** Lets Janus know that the session is needed; true as long as the line holds. */
  boolean holds(Duration until) throws InterruptedException {
    try {
      closed.get(until.toMillis(), TimeUnit.MILLISECONDS);
      return false;
    } catch (ExecutionException e) {
      return false;
    } catch (TimeoutException e) {
      say(inSession("keepalive"));
      return true;
    }
  }

  void close() {
    socket.abort();
    end();
  }

  private Map<String, Object> inSession(String what) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("janus", what);
    message.put("session_id", session);
    return message;
  }

  private Map<String, Object> ofHandle(String what, long handle) {
    Map<String, Object> message = inSession(what);
    message.put("handle_id", handle);
    return message;
  }

  private JsonNode ask(Map<String, Object> message) {
    String transaction = Ids.next();
    var answer = new CompletableFuture<JsonNode>();
    asked.put(transaction, answer);
    try {
      send(message, transaction);
      JsonNode said = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (said.path("janus").asString("").equals("error")) {
        JsonNode error = said.path("error");
        throw new JanusProblem(error.path("code").asInt(), error.path("reason").asString(""));
      }
      return said;
    } catch (ExecutionException | TimeoutException e) {
      throw new JanusProblem("Janus does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JanusProblem("interrupted", e);
    } finally {
      asked.remove(transaction);
    }
  }

  /** Says something whose answer nobody waits for. */
  private void say(Map<String, Object> message) {
    send(message, Ids.next());
  }

  private void send(Map<String, Object> message, String transaction) {
    message.put("transaction", transaction);
    sending.lock();
    try {
      socket
          .sendText(json.writeValueAsString(message), true)
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new JanusProblem("Janus is gone", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JanusProblem("interrupted", e);
    } finally {
      sending.unlock();
    }
  }

  private void hear(JsonNode message) {
    String kind = message.path("janus").asString("");
    CompletableFuture<JsonNode> answer = asked.get(message.path("transaction").asString(""));
    if (kind.equals("ack")) {
      return;
    }
    if (answer != null) {
      answer.complete(message);
      return;
    }
    Consumer<JsonNode> listener = handles.get(message.path("sender").asLong());
    if (listener != null) {
      listener.accept(message);
    }
  }

  private void end() {
    closed.complete(null);
    asked.values().forEach(answer -> answer.completeExceptionally(new JanusProblem(0, "closed")));
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket line, CharSequence data, boolean last) {
    half.append(data);
    if (last) {
      String text = half.toString();
      half.setLength(0);
      hear(json.readTree(text));
    }
    line.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket line, int code, String reason) {
    end();
    return null;
  }

  @Override
  public void onError(WebSocket line, Throwable error) {
    end();
  }
}
