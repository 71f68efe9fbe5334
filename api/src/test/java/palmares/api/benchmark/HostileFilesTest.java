package palmares.api.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static palmares.api.benchmark.Checks.check;
import static palmares.api.benchmark.Checks.flaws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import palmares.api.benchmark.BenchmarkCheck.Checked;

/// Files of a benchmark as bytes, whatever they were meant to say.
class HostileFilesTest {

  private static final String SPEC = Folders.spec("small");
  private static final String GOOD = Folders.examples(2);

  @Test
  void brokenUtf8AndNulAreNamedWithTheirPlace() {
    var broken = GOOD.replace("Question 2", "Question \u00e9").getBytes(ISO_8859_1);

    assertThat(flaws(check(SPEC.getBytes(UTF_8), broken)))
        .containsExactly("examples.jsonl 2 null is not UTF-8: byte 31 of the line is 0xe9");
    assertThat(flaws(SPEC, GOOD.replace("Question 1", "Question \\u0000")))
        .containsExactly("examples.jsonl 1 prompt contains the character U+0000 at position 10");
    assertThat(flaws(SPEC, GOOD.replace("Question 1", "Question \u0000")).getFirst())
        .startsWith(
            "examples.jsonl 1 null is not JSON: Illegal unquoted character ((CTRL-CHAR, code 0))");
    assertThat(flaws(SPEC + "licence: \"a\\0b\"\n", GOOD).getFirst()).contains("licence");
  }

  @Test
  void aLineOfFiftyMegabytesIsNamedAndTheOthersAreStillRead() {
    var huge = new byte[50 * 1024 * 1024];
    Arrays.fill(huge, (byte) 'x');
    huge[huge.length - 1] = '\n';
    var all = new ByteArrayOutputStream();
    all.writeBytes(huge);
    all.writeBytes("{\"id\":\"\"}\n".getBytes(UTF_8));

    assertThat(flaws(check(SPEC.getBytes(UTF_8), all.toByteArray())))
        .contains(
            "examples.jsonl 1 null is 52428799 bytes long; at most 4 MiB are allowed",
            "examples.jsonl 2 id must be 1 to 200 printable characters without spaces around them");
  }

  @Test
  void archivesThatAreCutOffBrokenOrMadeToBurstAreRefused() throws IOException {
    var packed = gzip(Folders.examples(2000).getBytes(UTF_8));
    var cut = Arrays.copyOf(packed, packed.length / 2);
    var damaged = packed.clone();
    Arrays.fill(damaged, packed.length / 2, packed.length / 2 + 40, (byte) 0xff);
    var bomb = gzip(new byte[32 * 1024 * 1024]);

    assertThat(flaws(check(SPEC.getBytes(UTF_8), cut)).getLast())
        .contains("is gzip that was cut off");
    assertThat(flaws(check(SPEC.getBytes(UTF_8), damaged))).isNotEmpty();
    assertThat(check(SPEC.getBytes(UTF_8), bomb))
        .isInstanceOfSatisfying(
            Checked.Flawed.class,
            flawed -> {
              assertThat(flawed.tooLarge()).isTrue();
              assertThat(flawed.flaws().getLast().message())
                  .isEqualTo("unpacks to more than 200 times its size, which no text does");
            });
    assertThat(flaws(check(SPEC.getBytes(UTF_8), zip())).getFirst()).contains("is a zip file");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(flaws(SPEC, ""))
        .containsExactly("examples.jsonl null null has no lines; expected one example in each");
    assertThat(flaws(SPEC, " \n\r\n")).hasSize(1);
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(flaws(SPEC, "{\"id\":" + "[".repeat(100_000)).getFirst()).contains("nesting depth");
  }

  @Test
  void neverMoreThanAHundredFlawsInAll() {
    assertThat(flaws("name: X\n", "{}\n".repeat(1000))).hasSize(100);
  }

  @Test
  void gzipIsUnpacked() throws IOException {
    assertThat(check(SPEC.getBytes(UTF_8), gzip(GOOD.getBytes(UTF_8))))
        .isEqualTo(check(SPEC, GOOD));
  }

  @Test
  void windowsFilesAndByteOrderMarksAreWelcome() {
    var checked =
        check(
            "\ufeff" + SPEC.replace("\n", "\r\n"), "\ufeff" + GOOD.replace("\n", "\r\n") + "\r\n");

    assertThat(checked).isEqualTo(check(SPEC, GOOD));
  }

  @Test
  void yamlThatConstructsOrMultipliesIsRefused() {
    assertThat(flaws("name: !!javax.script.ScriptEngineManager [x]\n", GOOD).getFirst())
        .isEqualTo(
            "benchmark.yaml 1 null is not YAML: Global tag is not allowed:"
                + " tag:yaml.org,2002:javax.script.ScriptEngineManager");
    assertThat(flaws("name: !secret x\n", GOOD).getFirst())
        .isEqualTo("benchmark.yaml 1 name has the tag !secret; tags are not allowed");
    assertThat(flaws("a: &a [x]\nb: [*a, *a]\n", GOOD).getFirst())
        .isEqualTo("benchmark.yaml 2 null uses the alias *a; write the value out");
    assertThat(flaws("name: [" + "[".repeat(50), GOOD).getFirst()).contains("is not YAML");
    assertThat(flaws("name: x\nname: y\n", GOOD)).contains("benchmark.yaml 2 name stands twice");
    assertThat(flaws("", GOOD)).containsExactly("benchmark.yaml 1 null is empty");
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] zip() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("examples.jsonl"));
      zip.write(GOOD.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }
}
