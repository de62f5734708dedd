package org.allmende;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allmende.app.command.Commands;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.aot.AbstractAotProcessor;

/**
 * The program: {@code run [--demo] [--port N] [--data DIR] [--host H]}, or one of the operator's
 * commands.
 */
// By their full names, because two modules may both have a NoteStore.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Allmende {

  public static void main(String[] args) {
    List<String> words = new ArrayList<>(Arrays.asList(args));
    if (!words.isEmpty() && words.getFirst().equals("run")) {
      words.removeFirst();
    } else if (!words.isEmpty() && Commands.isOne(words.getFirst())) {
      System.exit(Commands.run(words, System.getenv()));
      return;
    }
    Map<String, String> settings;
    try {
      settings = settings(words);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println("Usage: bin/run [--demo] [--port N] [--data DIR] [--host H]");
      System.exit(2);
      return;
    }
    knowBeans();
    // As arguments, because those come before application.properties.
    SpringApplication.run(
        Allmende.class,
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
  }

  /**
   * Lets Spring take the beans that the build found instead of looking for them, which is most of a
   * start. There are none where the build just looks for them.
   */
  private static void knowBeans() {
    boolean found =
        Allmende.class.getResource("Allmende__ApplicationContextInitializer.class") != null;
    if (found && System.getProperty(AbstractAotProcessor.AOT_PROCESSING) == null) {
      System.setProperty(AotDetector.AOT_ENABLED, "true");
    }
  }

  /** Reads the options into Spring's properties. */
  static Map<String, String> settings(List<String> words) {
    Map<String, String> settings = new HashMap<>();
    settings.put("allmende.data", Path.of("data").toAbsolutePath().toString());
    for (int i = 0; i < words.size(); i++) {
      switch (words.get(i)) {
        case "--demo" -> {
          settings.put("allmende.demo", "true");
        }
        case "--port" -> settings.put("server.port", value(words, ++i, "--port"));
        case "--data" ->
            settings.put(
                "allmende.data", Path.of(value(words, ++i, "--data")).toAbsolutePath().toString());
        case "--host" -> settings.put("server.address", value(words, ++i, "--host"));
        default -> throw new IllegalArgumentException("Unknown option: " + words.get(i));
      }
    }
    if (settings.containsKey("allmende.demo")) {
      settings.put("server.address", "127.0.0.1");
    }
    return settings;
  }

  private static String value(List<String> words, int index, String option) {
    if (index >= words.size()) {
      throw new IllegalArgumentException("A value is missing after " + option);
    }
    return words.get(index);
  }
}
