package org.allmende.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The mails the demo wrote to one address. */
record MailBox(URI home, String address) {

  private static final Pattern LINK = Pattern.compile("https?://\\S+/confirm/\\S+");

  /** A mail as {@code /demo/api/mail} tells it. */
  record Letter(String messageId, String to, String subject, String text, String at) {}

  List<Letter> letters() {
    URI list =
        home.resolve("/demo/api/mail?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    return new Gson().fromJson(Api.open(list).text(), new TypeToken<List<Letter>>() {}.getType());
  }

  /** Waits for the mail whose subject or text holds the words. */
  Letter holds(String words) {
    return Eventually.find(
        "mail to " + address + " with „" + words + "“",
        () ->
            letters().stream()
                .filter(letter -> (letter.subject() + "\n" + letter.text()).contains(words))
                .findFirst());
  }

  /** Follows the link of the one mail that asks whether the address is right. */
  void confirm() {
    assertThat(Api.open(confirmation()).status()).isEqualTo(200);
  }

  /** The link of that mail. */
  URI confirmation() {
    Letter question =
        Eventually.find(
            "mail asking " + address + " to confirm",
            () ->
                letters().stream()
                    .filter(letter -> LINK.matcher(letter.text()).find())
                    .findFirst());
    var link = LINK.matcher(question.text());
    assertThat(link.find()).isTrue();
    return URI.create(link.group());
  }
}
