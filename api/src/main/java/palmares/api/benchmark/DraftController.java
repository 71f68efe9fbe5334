package palmares.api.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.BenchmarkCheck.Checked;
import palmares.api.benchmark.Drafts.Saved;
import palmares.api.body.MaxBody;
import palmares.api.idempotency.Answers;
import palmares.api.idempotency.Fingerprint;
import palmares.api.idempotency.Once;
import palmares.api.identity.Access;
import palmares.api.identity.Callers;
import palmares.api.page.Ids;
import palmares.api.problem.Refused;
import palmares.api.upload.BadUpload;
import palmares.api.upload.FormGate;
import palmares.api.upload.Unpacked;
import palmares.contract.benchmark.DraftApi;
import palmares.contract.benchmark.DraftDetail;
import palmares.contract.benchmark.DraftSummary;
import palmares.contract.benchmark.NewDraft;
import palmares.contract.benchmark.PublishDraft;
import palmares.contract.benchmark.PublishedBenchmark;
import palmares.contract.problem.Problem.Flaw;
import palmares.db.benchmark.Draft;

/// Keeps drafts until they are published.
@Controller("/api/v1")
class DraftController implements DraftApi {

  private static final int MAX_SPEC = 1024 * 1024;
  private static final int MAX_EXAMPLES = 64 * 1024 * 1024;

  private final Drafts drafts;
  private final OwnVersions versions;
  private final PublishController publishing;
  private final Callers callers;
  private final Answers answers;

  DraftController(
      Drafts drafts,
      OwnVersions versions,
      PublishController publishing,
      Callers callers,
      Answers answers) {
    this.drafts = drafts;
    this.versions = versions;
    this.publishing = publishing;
    this.callers = callers;
    this.answers = answers;
  }

  @Override
  @Access(Access.To.ORGANISE)
  public List<DraftSummary> drafts() {
    return drafts.all(callers.person()).stream()
        .map(draft ->
            new DraftSummary(
                draft.id().toString(),
                draft.name(),
                draft.version(),
                draft.revision(),
                draft.updatedBy(),
                draft.updatedAt()))
        .toList();
  }

  @Override
  @Once
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Access.To.ORGANISE)
  public HttpResponse<DraftDetail> create(NewDraft draft) {
    checkTexts(draft.spec(), draft.examples());
    return created(drafts.create(callers.person(), draft.spec(), draft.examples()));
  }

  /// A draft of the two files of a folder.
  @Post("/drafts")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @MaxBody(BenchmarkCheck.MAX_FILES)
  @Access(Access.To.ORGANISE)
  HttpResponse<DraftDetail> upload(
      @Part("benchmark") CompletedFileUpload benchmark,
      @Part("examples") CompletedFileUpload examples,
      HttpRequest<?> request)
      throws IOException {
    var person = callers.person();
    var sent = new Fingerprint();
    try (var admission = FormGate.admitted(request);
        var specFile = sent.of(benchmark.getInputStream());
        var examplesFile = sent.of(examples.getInputStream())) {
      var spec = text(specFile, BenchmarkCheck.SPEC_FILE, MAX_SPEC);
      var lines = text(examplesFile, BenchmarkCheck.EXAMPLES_FILE, MAX_EXAMPLES);
      checkTexts(spec, lines);
      return answers.once(
          request,
          person.account(),
          sent,
          DraftDetail.class,
          () -> created(drafts.create(person, spec, lines)));
    }
  }

  @Override
  @Once
  @Access(Access.To.ORGANISE)
  public HttpResponse<DraftDetail> createFrom(String name, String version) {
    return created(drafts.createFrom(callers.person(), versions.own(name, version)));
  }

  @Override
  @Access(Access.To.ORGANISE)
  public DraftDetail draft(String id) {
    return detail(found(id));
  }

  @Override
  @Access(Access.To.ORGANISE)
  public DraftDetail replace(String id, NewDraft draft) {
    checkTexts(draft.spec(), draft.examples());
    if (draft.revision() == null) {
      throw flawed(null, "revision", "is missing: the revision of the draft that this replaces");
    }
    var person = callers.person();
    var uuid = Ids.parse("draft", id);
    return detail(
        saved(drafts.replace(person, uuid, draft.revision(), draft.spec(), draft.examples()), id));
  }

  @Override
  @Access(Access.To.ORGANISE)
  public HttpResponse<?> delete(String id) {
    if (!drafts.delete(callers.person(), Ids.parse("draft", id))) {
      throw Refused.notFound("draft", id);
    }
    return HttpResponse.noContent();
  }

  @Override
  @Access(Access.To.ORGANISE)
  public HttpResponse<PublishedBenchmark> publish(String id, PublishDraft order) {
    var person = callers.person();
    var placement = Placement.of(person, order.team(), order.visibility());
    var draft = found(id);
    if (draft.revision() != order.revision()) {
      throw changed(draft);
    }
    return switch (drafts.check(person, draft)) {
      case Checked.Flawed(var flaws, var tooLarge) -> throw Refused.flawed("The draft", flaws);
      case Checked.Good good -> {
        var answer = publishing.publish(person, placement, good, false);
        drafts.published(draft);
        yield answer;
      }
    };
  }

  private HttpResponse<DraftDetail> created(Saved saved) {
    var draft = saved(saved, "");
    return HttpResponse.created(detail(draft), URI.create("/api/v1/drafts/" + draft.id()));
  }

  private static Draft saved(Saved saved, String id) {
    return switch (saved) {
      case Saved.Done(var draft) -> draft;
      case Saved.NotFound() -> throw Refused.notFound("draft", id);
      case Saved.Changed(var now) -> throw changed(now);
      case Saved.TooMany() ->
          throw Refused.because(
              HttpStatus.CONFLICT,
              "The team has %d drafts; publish or delete one.".formatted(Drafts.PER_TEAM));
    };
  }

  private static Refused changed(Draft now) {
    return Refused.of(
        "changed-meanwhile",
        HttpStatus.CONFLICT,
        "%s has changed the draft meanwhile, at %s; it is at revision %d."
            .formatted(now.updatedBy(), now.updatedAt(), now.revision()));
  }

  private Draft found(String id) {
    var draft = drafts.find(callers.person(), Ids.parse("draft", id));
    if (draft == null) {
      throw Refused.notFound("draft", id);
    }
    return draft;
  }

  private DraftDetail detail(Draft draft) {
    var checked = drafts.check(callers.person(), draft);
    return new DraftDetail(
        draft.id().toString(),
        draft.name(),
        draft.version(),
        draft.revision(),
        draft.spec(),
        draft.examples(),
        checked instanceof Checked.Good good ? Integer.valueOf(good.examples().size()) : null,
        checked instanceof Checked.Flawed flawed ? flawed.flaws() : List.of(),
        draft.updatedBy(),
        draft.updatedAt());
  }

  private static void checkTexts(String spec, String examples) {
    checkText(spec, BenchmarkCheck.SPEC_FILE, MAX_SPEC);
    checkText(examples, BenchmarkCheck.EXAMPLES_FILE, MAX_EXAMPLES);
  }

  private static void checkText(String text, String file, int most) {
    if (text.length() > most) {
      throw flawed(file, null, "is larger than the %d characters allowed".formatted(most));
    }
    if (text.indexOf('\0') >= 0) {
      throw flawed(file, null, "has the character U+0000, which cannot be stored");
    }
  }

  private static String text(InputStream upload, String file, int most) throws IOException {
    try (var content = Unpacked.of(upload, most)) {
      return UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(content.readAllBytes()))
          .toString()
          .replaceFirst("^\uFEFF", "");
    } catch (CharacterCodingException e) {
      throw flawed(file, null, "is not UTF-8");
    } catch (BadUpload e) {
      throw flawed(file, null, String.valueOf(e.getMessage()));
    }
  }

  private static Refused flawed(@Nullable String file, @Nullable String field, String message) {
    return Refused.flawed("The draft", List.of(new Flaw(file, null, field, message)));
  }
}
