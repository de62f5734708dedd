package org.allmende.catalog;

import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.allmende.base.web.Form;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is said about a dataset, from the page's form and from programs. */
@Component
class MetadataForm {

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\",;]+@[^\\s@<>\",;]+\\.[^\\s@<>\".,;]{2,}");
  private static final Pattern WEB = Pattern.compile("https?://\\S+");

  private final Tenants tenants;
  private final Topics topics;
  private final Licenses licenses;

  MetadataForm(Tenants tenants, Topics topics, Licenses licenses) {
    this.tenants = tenants;
    this.topics = topics;
    this.licenses = licenses;
  }

  /**
   * What the form says; only the title must be there, the rest is asked for when the dataset is
   * handed in.
   */
  Metadata read(Form form, Tenant tenant) {
    LocalDate from = form.date("from");
    LocalDate to = form.date("to");
    if (from != null && to != null && to.isBefore(from)) {
      form.reject("to", "catalog.form.to.before");
    }
    return new Metadata(
        form.text("title").max(200).required("catalog.form.title.missing"),
        form.text("description").max(5_000).or(""),
        topic(form),
        department(form, tenant),
        license(form),
        contact(form),
        form.text("attribution").max(300).optional(),
        form.choice("rhythm", Rhythm.class),
        from,
        to,
        keywords(form));
  }

  /** The same from a program, which says everything at once. */
  Metadata readWhole(Form form, Tenant tenant) {
    Metadata metadata = read(form, tenant);
    form.text("description").required("catalog.missing.description");
    if (metadata.department() == null) {
      form.reject("department", "catalog.missing.department");
    }
    if (metadata.license() == null) {
      form.reject("license", "catalog.missing.license");
    }
    if (metadata.contact() == null || !metadata.contact().reachable()) {
      form.reject("contact", "catalog.missing.contact");
    }
    return metadata;
  }

  /** The form as it stands now, for changing it. */
  static Form of(Metadata metadata) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("title", metadata.title());
    values.put("description", metadata.description());
    put(values, "topic", metadata.topic());
    put(values, "department", metadata.department());
    put(values, "license", metadata.license());
    put(values, "attribution", metadata.attribution());
    put(values, "rhythm", metadata.rhythm() == null ? null : metadata.rhythm().key());
    put(values, "from", metadata.from());
    put(values, "to", metadata.to());
    values.put("keywords", String.join(", ", metadata.keywords()));
    Contact contact = metadata.contact();
    if (contact != null) {
      put(values, "contact.function", contact.function());
      put(values, "contact.email", contact.email());
      put(values, "contact.url", contact.url());
    }
    return Form.of(values);
  }

  private static void put(Map<String, String> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value.toString());
    }
  }

  private @Nullable TopicId topic(Form form) {
    String given = form.text("topic").max(300).optional();
    if (given == null) {
      return null;
    }
    Topic topic =
        given.startsWith("http")
            ? topics.findByUri(given).orElse(null)
            : topics.find(new TopicId(given)).orElse(null);
    if (topic == null) {
      form.reject("topic", "base.form.choice");
      return null;
    }
    return topic.id();
  }

  private @Nullable String department(Form form, Tenant tenant) {
    String given = form.text("department").max(200).optional();
    if (given == null) {
      return null;
    }
    Department department =
        tenants
            .department(tenant.id(), given)
            .or(() -> tenants.departmentNamed(tenant.id(), given))
            .orElse(null);
    if (department == null) {
      form.reject(
          "department",
          "catalog.form.department.unknown",
          String.join(
              "; ", tenants.departments(tenant.id()).stream().map(Department::name).toList()));
      return null;
    }
    return department.id();
  }

  private @Nullable String license(Form form) {
    String given = form.text("license").max(200).optional();
    if (given == null) {
      return null;
    }
    License license = licenses.find(given).orElse(null);
    if (license == null) {
      form.reject("license", "catalog.form.license.unknown");
      return null;
    }
    return license.id();
  }

  /**
   * Three fields on the page; programs may also send one text, from which mailbox or address are
   * taken.
   */
  private static @Nullable Contact contact(Form form) {
    String whole = form.text("contact").max(300).optional();
    String email = form.email("contact.email");
    String url = form.text("contact.url").max(500).optional();
    String function = form.text("contact.function").max(200).optional();
    if (url != null && !isWeb(url)) {
      form.reject("contact.url", "catalog.form.contact.url");
    }
    if (whole != null) {
      Matcher mail = EMAIL.matcher(whole);
      Matcher web = WEB.matcher(whole);
      email = email == null && mail.find() ? mail.group() : email;
      url = url == null && web.find() ? web.group() : url;
      String rest =
          WEB.matcher(EMAIL.matcher(whole).replaceAll(""))
              .replaceAll("")
              .replaceAll("^\\W+|[\\s,;:<>()]+$", "");
      function = function == null && !rest.isBlank() ? rest : function;
    }
    if (function == null && email == null && url == null) {
      return null;
    }
    return new Contact(function == null ? orElse(email, url) : function, email, url);
  }

  private static String orElse(@Nullable String email, @Nullable String url) {
    return email != null ? email : String.valueOf(url);
  }

  private static boolean isWeb(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static List<String> keywords(Form form) {
    List<String> words =
        form.list("keywords").stream()
            .flatMap(line -> Arrays.stream(line.split("[,;\\n]")))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .distinct()
            .collect(Collectors.toList());
    if (words.size() > 30 || words.stream().anyMatch(word -> word.length() > 100)) {
      form.reject("keywords", "catalog.form.keywords.tooMany");
    }
    return words;
  }
}
