package org.allmende.bench.survive;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One participant's connection to a board; opened anew whenever it was lost. */
final class BoardSocket implements WebSocket.Listener {
  private static final Gson GSON = new Gson();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int PATIENCE_SECONDS = 10;
  private static final String CLOSED = "{\"type\":\"closed\"}";

  private final URI address;
  private final String token;
  private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();
  private @Nullable WebSocket socket;

  BoardSocket(URI home, String tenant, String board, String token) {
    this.address =
        URI.create(
            home.toString().replaceFirst("http", "ws") + tenant + "/boards/" + board + "/socket");
    this.token = token;
  }

  /** Sends a change and waits for its acknowledgement. */
  JsonObject change(String opId, String kind, @Nullable String target, Map<String, ?> payload)
      throws IOException, InterruptedException {
    WebSocket open = connected();
    JsonObject change = new JsonObject();
    change.addProperty("type", "op");
    change.addProperty("opId", opId);
    change.addProperty("kind", kind);
    if (target != null) {
      change.addProperty("target", target);
    }
    change.add("payload", GSON.toJsonTree(payload));
    try {
      open.sendText(change.toString(), true).join();
    } catch (CompletionException lost) {
      socket = null;
      throw new IOException(lost);
    }
    return answer(message ->
        message.has("opId")
            && !message.get("opId").isJsonNull()
            && message.get("opId").getAsString().equals(opId)
            && !message.get("type").getAsString().equals("op"));
  }

  /** The whole board, as given to somebody who knows nothing of it. */
  JsonObject board() throws IOException, InterruptedException {
    leave();
    heard.clear();
    var _ = open();
    return answer(message -> message.get("type").getAsString().equals("state"))
        .getAsJsonObject("board");
  }

  private WebSocket connected() throws IOException {
    WebSocket known = socket;
    if (known != null && !known.isInputClosed() && !known.isOutputClosed()) {
      return known;
    }
    heard.clear();
    return open();
  }

  private WebSocket open() throws IOException {
    try {
      part.setLength(0);
      WebSocket fresh = CLIENT.newWebSocketBuilder().buildAsync(address, this).join();
      fresh.sendText(GSON.toJson(Map.of("type", "hello", "token", token)), true).join();
      socket = fresh;
      return fresh;
    } catch (CompletionException nobody) {
      throw new IOException(nobody);
    }
  }

  private JsonObject answer(java.util.function.Predicate<JsonObject> wanted)
      throws IOException, InterruptedException {
    while (true) {
      JsonObject message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message == null || message.toString().equals(CLOSED)) {
        leave();
        throw new IOException("the connection to the board was lost");
      }
      if (wanted.test(message)) {
        return message;
      }
    }
  }

  void leave() {
    WebSocket known = socket;
    socket = null;
    if (known != null) {
      known.abort();
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      heard.add(GSON.fromJson(part.toString(), JsonObject.class));
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed(from);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed(from);
  }

  private void closed(WebSocket from) {
    if (from == socket) {
      heard.add(GSON.fromJson(CLOSED, JsonObject.class));
    }
  }
}
