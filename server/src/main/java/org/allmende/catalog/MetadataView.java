package org.allmende.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.i18n.Message;
import org.allmende.base.web.Page;
import org.allmende.tenant.Department;
import org.jspecify.annotations.Nullable;

/**
 * What the form about a dataset shows.
 *
 * @param newest the newest version of each file
 * @param missing what must be filled in before handing in
 */
record MetadataView(
    Dataset dataset,
    List<FileVersion> newest,
    List<Department> departments,
    List<License> licenses,
    Map<Theme, List<Topic>> topics,
    List<TopicSuggestion> suggestions,
    Map<String, Message> missing,
    @Nullable String reason,
    boolean steward) {

  Map<String, String> departmentOptions() {
    Map<String, String> options = new LinkedHashMap<>();
    departments.forEach(department -> options.put(department.id(), department.name()));
    return options;
  }

  Map<String, String> licenseOptions() {
    Map<String, String> options = new LinkedHashMap<>();
    licenses.forEach(license -> options.put(license.id(), license.title()));
    return options;
  }

  Map<String, String> rhythmOptions(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Rhythm rhythm : Rhythm.values()) {
      options.put(rhythm.key(), page.t("catalog.rhythm." + rhythm.key()));
    }
    return options;
  }

  /** The suggested topics first, then all. */
  Map<String, String> topicOptions(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    suggestions.forEach(suggestion ->
        options.put(suggestion.topic().id().slug(), suggestion.topic().label(page.locale())));
    topics
        .values()
        .forEach(group ->
            group.forEach(
                topic -> options.putIfAbsent(topic.id().slug(), topic.label(page.locale()))));
    return options;
  }
}
