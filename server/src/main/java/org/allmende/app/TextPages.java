package org.allmende.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.base.i18n.Texts;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the administrator of a tenant writes its own texts. */
@Controller
@RequestMapping("/{tenant}/admin/texts")
class TextPages {

  private static final int LONGEST = 40_000;

  private final OwnTexts texts;

  TextPages(OwnTexts texts) {
    this.texts = texts;
  }

  @GetMapping
  ModelAndView list(Tenant tenant, Viewer viewer) {
    viewer.require(tenant.id(), Role.ADMIN);
    Map<String, OwnText> own =
        texts.written(tenant.id()).stream()
            .filter(OwnText::isOwn)
            .collect(
                Collectors.toMap(
                    text -> text.topic().key() + "/" + text.language().getLanguage(),
                    text -> text));
    return new ModelAndView(
        "app/texts",
        Map.of(
            "tenant",
            tenant,
            "topics",
            List.of(TextTopic.values()),
            "languages",
            Texts.LANGUAGES,
            "own",
            own));
  }

  @GetMapping("/{topic}/{language}")
  ModelAndView edit(
      Tenant tenant, @PathVariable String topic, @PathVariable String language, Viewer viewer) {
    viewer.require(tenant.id(), Role.ADMIN);
    OwnText text = texts.newest(tenant, topic(topic), language(language));
    String body =
        text.isOwn() ? text.body() : OwnTexts.ours(text.topic(), text.language(), tenant.name());
    return page(
        tenant,
        text,
        Form.of(Map.of("body", body, "version", String.valueOf(text.version()))),
        HttpStatus.OK);
  }

  /** Keeps the text, or only shows how it would look. */
  @PostMapping("/{topic}/{language}")
  ModelAndView write(
      Tenant tenant,
      @PathVariable String topic,
      @PathVariable String language,
      Form form,
      Viewer viewer) {
    viewer.require(tenant.id(), Role.ADMIN);
    OwnText before = texts.newest(tenant, topic(topic), language(language));
    String body = form.text("body").max(LONGEST).or("");
    Integer seen = form.number("version", 0, Integer.MAX_VALUE);
    if (!form.isValid()) {
      return page(tenant, before, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (form.has("preview")) {
      return page(tenant, before, form, HttpStatus.OK);
    }
    if (seen == null || seen != before.version()) {
      form.reject("body", "app.texts.changed");
      return page(tenant, before, form, HttpStatus.CONFLICT);
    }
    texts.write(tenant, before.topic(), before.language(), seen, body, viewer);
    return Redirect.to(tenant.url("/admin/texts"), "app.texts.said");
  }

  private static ModelAndView page(Tenant tenant, OwnText before, Form form, HttpStatus status) {
    return new ModelAndView(
        "app/textForm",
        Map.of(
            "tenant",
            tenant,
            "before",
            before,
            "form",
            form,
            "preview",
            Markdown.content(form.value("body"))),
        status);
  }

  private static TextTopic topic(String key) {
    return TextTopic.of(key).orElseThrow(() -> Problem.notFound("base.problem.notFound"));
  }

  private static Locale language(String tag) {
    return Texts.LANGUAGES.stream()
        .filter(language -> language.getLanguage().equals(tag))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("base.problem.notFound"));
  }
}
