package org.allmende.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.base.i18n.Texts;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the administrator of a tenant writes its own texts, and the operator those of the
 * installation.
 */
@Controller
class TextPages {

  private static final String OF_TENANT = "/{tenant}/admin/texts";
  private static final String OF_INSTALLATION = "/operator/texts";
  private static final String ONE = "/{topic}/{language}";
  private static final int LONGEST = 40_000;

  private final OwnTexts texts;

  TextPages(OwnTexts texts) {
    this.texts = texts;
  }

  @GetMapping(OF_TENANT)
  ModelAndView listOfTenant(Tenant tenant, Viewer viewer) {
    return list(TextOwner.of(tenant), viewer);
  }

  @GetMapping(OF_INSTALLATION)
  ModelAndView listOfInstallation(Viewer viewer) {
    return list(TextOwner.INSTALLATION, viewer);
  }

  @GetMapping(OF_TENANT + ONE)
  ModelAndView editOfTenant(
      Tenant tenant, @PathVariable String topic, @PathVariable String language, Viewer viewer) {
    return edit(TextOwner.of(tenant), topic, language, viewer);
  }

  @GetMapping(OF_INSTALLATION + ONE)
  ModelAndView editOfInstallation(
      @PathVariable String topic, @PathVariable String language, Viewer viewer) {
    return edit(TextOwner.INSTALLATION, topic, language, viewer);
  }

  @PostMapping(OF_TENANT + ONE)
  ModelAndView writeOfTenant(
      Tenant tenant,
      @PathVariable String topic,
      @PathVariable String language,
      Form form,
      Viewer viewer) {
    return write(TextOwner.of(tenant), topic, language, form, viewer);
  }

  @PostMapping(OF_INSTALLATION + ONE)
  ModelAndView writeOfInstallation(
      @PathVariable String topic, @PathVariable String language, Form form, Viewer viewer) {
    return write(TextOwner.INSTALLATION, topic, language, form, viewer);
  }

  private ModelAndView list(TextOwner owner, Viewer viewer) {
    owner.require(viewer);
    Map<String, OwnText> own =
        texts.written(owner).stream()
            .filter(OwnText::isOwn)
            .collect(
                Collectors.toMap(
                    text -> text.topic().key() + "/" + text.language().getLanguage(),
                    text -> text));
    return new ModelAndView(
        "app/texts",
        Map.of(
            "owner",
            owner,
            "topics",
            List.of(TextTopic.values()),
            "languages",
            Texts.LANGUAGES,
            "own",
            own));
  }

  private ModelAndView edit(TextOwner owner, String topic, String language, Viewer viewer) {
    owner.require(viewer);
    OwnText text = texts.newest(owner, topic(topic), language(language));
    String body = text.isOwn() ? text.body() : OwnTexts.ours(owner, text.topic(), text.language());
    return page(
        owner,
        text,
        Form.of(Map.of("body", body, "version", String.valueOf(text.version()))),
        HttpStatus.OK);
  }

  /** Keeps the text, or only shows how it would look. */
  private ModelAndView write(
      TextOwner owner, String topic, String language, Form form, Viewer viewer) {
    owner.require(viewer);
    OwnText before = texts.newest(owner, topic(topic), language(language));
    String body = form.text("body").max(LONGEST).or("");
    Integer seen = form.number("version", 0, Integer.MAX_VALUE);
    if (!form.isValid()) {
      return page(owner, before, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (form.has("preview")) {
      return page(owner, before, form, HttpStatus.OK);
    }
    if (seen == null || seen != before.version()) {
      form.reject("body", "app.texts.changed");
      return page(owner, before, form, HttpStatus.CONFLICT);
    }
    texts.write(owner, before.topic(), before.language(), seen, body, viewer);
    return Redirect.to(owner.desk(), "app.texts.said");
  }

  private static ModelAndView page(TextOwner owner, OwnText before, Form form, HttpStatus status) {
    return new ModelAndView(
        "app/textForm",
        Map.of(
            "owner",
            owner,
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
