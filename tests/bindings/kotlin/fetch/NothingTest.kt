package inkjoin.tests

import org.junit.jupiter.api.Test

/** Tests nothing: Maven has everything that a run needs once it has run this (`-P fetch`), Surefire's own late downloads as well. */
class NothingTest {
    @Test fun nothing() = Unit
}
