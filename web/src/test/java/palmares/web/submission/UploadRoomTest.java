package palmares.web.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import palmares.web.submission.UploadRoom.Full;
import palmares.web.submission.UploadRoom.Place;

final class UploadRoomTest {

  private final AtomicLong usable = new AtomicLong(Long.MAX_VALUE);
  private final UploadRoom room = new UploadRoom(usable::get);

  @Test
  void anAccountHasAFewFilesAtOnceAndAnotherItsOwn() {
    var places = new ArrayList<Place>();
    for (int i = 0; i < UploadRoom.FILES; i++) {
      places.add((Place) room.take("ada", 1));
    }

    assertThat(room.take("ada", 1)).isInstanceOf(Full.class);
    assertThat(room.take("bob", 1)).isInstanceOf(Place.class);
    places.getFirst().giveBack();
    places.getFirst().giveBack();
    assertThat(room.take("ada", 1)).isInstanceOf(Place.class);
    assertThat(room.take("ada", 1)).isInstanceOf(Full.class);
  }

  @Test
  void theLastOfTheDiskIsNoRoomAndNeitherIsWhatOthersAreAboutToWrite() {
    usable.set(UploadRoom.LEFT_FREE + 100);

    var first = (Place) room.take("ada", 60);

    assertThat(room.take("bob", 60)).isInstanceOf(Full.class);
    usable.addAndGet(-60);
    first.written();
    assertThat(room.take("bob", 60)).isInstanceOf(Full.class);
    assertThat(room.take("bob", 40)).isInstanceOf(Place.class);
  }
}
