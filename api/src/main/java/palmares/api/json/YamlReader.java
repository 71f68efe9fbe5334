package palmares.api.json;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;

/// Reads YAML as the JSON values it stands for: without tags, aliases or a second document, so that
/// nothing is constructed and nothing multiplies.
public final class YamlReader {

  private static final int MAX_CHARACTERS = 1024 * 1024;
  private static final int MAX_DEPTH = 16;

  private final Flaws flaws;

  private YamlReader(Flaws flaws) {
    this.flaws = flaws;
  }

  /// @return absent if it cannot be read at all; whatever was noted as a flaw is then the reason
  public static @Nullable Json read(byte[] utf8, Flaws flaws) {
    var bytes = ByteBuffer.wrap(utf8);
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return new YamlReader(flaws).document(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      flaws.add(
          null,
          null,
          "is not UTF-8: byte %d is 0x%02x".formatted(bytes.position() + 1, bytes.get()));
      return null;
    }
  }

  private @Nullable Json document(String text) {
    var options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    options.setNestingDepthLimit(MAX_DEPTH);
    var yaml = new Yaml(new SafeConstructor(options));
    try {
      for (var event : yaml.parse(new StringReader(text))) {
        if (event instanceof AliasEvent alias) {
          flaws.add(
              alias.getStartMark().getLine() + 1,
              null,
              "uses the alias *%s; write the value out"
                  .formatted(Problems.shown(alias.getAnchor())));
          return null;
        }
      }
      var root = yaml.compose(new StringReader(text));
      if (root == null) {
        flaws.add(1, null, "is empty");
        return null;
      }
      return value(root, "");
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      flaws.add(
          mark == null ? null : mark.getLine() + 1,
          null,
          "is not YAML: " + Problems.shown(String.valueOf(e.getProblem())));
      return null;
    } catch (YAMLException e) {
      flaws.add(null, null, "is not YAML: " + Problems.shown(String.valueOf(e.getMessage())));
      return null;
    }
  }

  private Json value(Node node, String path) {
    var line = node.getStartMark().getLine() + 1;
    return switch (node) {
      case MappingNode mapping -> object(mapping, path, line);
      case SequenceNode sequence -> array(sequence, path, line);
      case ScalarNode scalar -> scalar(scalar, path, line);
      default -> new Json.Null(line);
    };
  }

  private Json object(MappingNode mapping, String path, int line) {
    checkTag(mapping, Tag.MAP, path);
    var fields = new LinkedHashMap<String, Json>();
    for (var entry : mapping.getValue()) {
      var key = entry.getKeyNode();
      var name = key instanceof ScalarNode scalar ? scalar.getValue() : key.getTag().toString();
      var field = path.isEmpty() ? Problems.shown(name) : path + "." + Problems.shown(name);
      Storable.flaw(name).ifPresent(flaw -> flaws.add(line, field, flaw));
      if (fields.put(name, value(entry.getValueNode(), field)) != null) {
        flaws.add(key.getStartMark().getLine() + 1, field, "stands twice");
      }
    }
    return new Json.Obj(Collections.unmodifiableMap(fields), line);
  }

  private Json array(SequenceNode sequence, String path, int line) {
    checkTag(sequence, Tag.SEQ, path);
    var items = new ArrayList<Json>();
    for (var item : sequence.getValue()) {
      items.add(value(item, path + "[" + items.size() + "]"));
    }
    return new Json.Arr(Collections.unmodifiableList(items), line);
  }

  private Json scalar(ScalarNode scalar, String path, int line) {
    var tag = scalar.getTag();
    var text = scalar.getValue();
    if (tag.equals(Tag.NULL)) {
      return new Json.Null(line);
    }
    if (tag.equals(Tag.BOOL)) {
      return new Json.Bool(text.matches("(?i)y|yes|true|on"), line);
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(text, path, line);
    }
    if (!tag.equals(Tag.STR) && !tag.equals(Tag.TIMESTAMP)) {
      checkTag(scalar, Tag.STR, path);
    }
    Storable.flaw(text).ifPresent(flaw -> flaws.add(line, path.isEmpty() ? null : path, flaw));
    return new Json.Text(text, line);
  }

  private Json number(String text, String path, int line) {
    try {
      var number = text.length() > 100 ? null : new BigDecimal(text);
      if (number != null && Math.abs((long) number.scale()) <= 400) {
        return new Json.Num(number, line);
      }
    } catch (NumberFormatException e) {
      flaws.add(line, path, "must be written as a plain decimal number: " + Problems.shown(text));
      return new Json.Num(BigDecimal.ZERO, line);
    }
    flaws.add(line, path, "is a number beyond what can be stored");
    return new Json.Num(BigDecimal.ZERO, line);
  }

  private void checkTag(Node node, Tag expected, String path) {
    if (!node.getTag().equals(expected)) {
      flaws.add(
          node.getStartMark().getLine() + 1,
          path.isEmpty() ? null : path,
          "has the tag %s; tags are not allowed".formatted(Problems.shown(node.getTag() + "")));
    }
  }
}
