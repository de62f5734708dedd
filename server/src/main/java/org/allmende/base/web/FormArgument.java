package org.allmende.base.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a {@link Form} of the parameters or of the JSON body. */
@Component
class FormArgument implements HandlerMethodArgumentResolver {

  /** Far above every field's own limit; a body over it is refused before it is parsed. */
  private static final int JSON_LIMIT = 1_000_000;

  private final JsonMapper json;
  private final Viewers viewers;

  FormArgument(JsonMapper json, Viewers viewers) {
    this.json = json;
    this.viewers = viewers;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Form.class;
  }

  @Override
  public Form resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders)
      throws IOException {
    HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
    String header = request.getHeader("Idempotency-Key");
    boolean json = isJson(request);
    Map<String, List<String>> values = json ? body(request) : parameters(request);
    String given = json ? header : orField(header, request);
    return new Form(values, SubmissionKey.of(given, request, viewers.of(request).person(), values));
  }

  /**
   * Some clients name a content type even where they send nothing; a question stands in the
   * address.
   */
  private static boolean isJson(HttpServletRequest request) {
    if (List.of("GET", "HEAD").contains(request.getMethod())) {
      return false;
    }
    String type = request.getContentType();
    return type == null
        ? request.getContentLengthLong() > 0
        : type.toLowerCase(java.util.Locale.ROOT).contains(MediaType.APPLICATION_JSON.getSubtype());
  }

  private static @Nullable String orField(@Nullable String key, HttpServletRequest request) {
    return key == null ? request.getParameter(Form.SUBMISSION) : key;
  }

  private static Map<String, List<String>> parameters(HttpServletRequest request) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, given) -> values.put(name, Arrays.asList(given)));
    return values;
  }

  private Map<String, List<String>> body(HttpServletRequest request) throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(JSON_LIMIT + 1);
    if (bytes.length > JSON_LIMIT) {
      throw Problem.of(
          org.springframework.http.HttpStatus.CONTENT_TOO_LARGE, "base.problem.tooLarge");
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (bytes.length == 0) {
      return values;
    }
    try {
      JsonNode tree = json.readTree(bytes);
      if (!tree.isObject()) {
        throw Problem.badRequest("base.problem.json");
      }
      flatten("", tree, values);
    } catch (JacksonException e) {
      throw Problem.badRequest("base.problem.json");
    }
    return values;
  }

  private static void flatten(String name, JsonNode node, Map<String, List<String>> values) {
    switch (node.getNodeType()) {
      case OBJECT ->
          node.forEachEntry((field, child) ->
              flatten(name.isEmpty() ? field : name + "." + field, child, values));
      case ARRAY -> {
        if (node.size() == 0) {
          values.put(name, List.of());
        }
        for (int i = 0; i < node.size(); i++) {
          JsonNode child = node.get(i);
          flatten(child.isValueNode() ? name : name + "." + i, child, values);
        }
      }
      case NULL, MISSING -> values.computeIfAbsent(name, n -> new ArrayList<>());
      default -> values.computeIfAbsent(name, n -> new ArrayList<>()).add(node.asString());
    }
  }
}
