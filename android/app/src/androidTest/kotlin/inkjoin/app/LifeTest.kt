package inkjoin.app

import android.content.pm.ActivityInfo
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assert
import androidx.compose.ui.test.assertTextContains
import androidx.compose.ui.test.junit4.accessibility.enableAccessibilityChecks
import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.tryPerformAccessibilityChecks
import androidx.test.ext.junit.runners.AndroidJUnit4
import androidx.test.filters.SdkSuppress
import androidx.test.platform.app.InstrumentationRegistry
import androidx.test.uiautomator.By
import androidx.test.uiautomator.UiDevice
import androidx.test.uiautomator.Until
import org.junit.Assert.assertNotNull
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith

/** The system's button that refuses a permission. */
private const val DENY = "com.android.permissioncontroller:id/permission_deny_button"

/** For the system's dialog, in milliseconds. */
private const val DIALOG = 30_000L

/** What the system does to an app in the middle of the wizard. */
@RunWith(AndroidJUnit4::class)
class LifeTest {
    @get:Rule
    val rule = createAndroidComposeRule<MainActivity>()
    private val person = Person(rule)

    @Test
    fun whatIsTypedOutlivesATurnOfThePhone() {
        person.takes("start", "begin")
        person.takes("find", "type-address")
        person.types("address", "address", HOST)
        for (way in listOf(ActivityInfo.SCREEN_ORIENTATION_LANDSCAPE, ActivityInfo.SCREEN_ORIENTATION_PORTRAIT)) {
            rule.activityRule.scenario.onActivity { it.requestedOrientation = way }
            person.sees("address")
            rule.onNodeWithTag("field:address").assertTextContains(HOST)
        }
    }

    @Test
    fun anActivityMadeAnewShowsTheSameScreen() {
        person.comesToWays(Lab("router-without-wrapper").address)
        rule.activityRule.scenario.recreate()
        person.sees("ways")
    }

    /** The first half of a process's death: the run ends here, and the process with it. */
    @Test
    fun leavesAtTheWait() {
        val lab = Lab("router-locked")
        person.comesToWays(lab.address)
        person.carriesThePin()
    }

    /** The second half, in a process of its own: nothing was told to it but what the first one saved. */
    @Test
    fun comesBackToTheWait() = person.sees("waiting")

    @Test
    @SdkSuppress(minSdkVersion = 34)
    fun everyScreenPassesTheAccessibilityChecks() {
        rule.enableAccessibilityChecks()
        person.comesToWays(Lab("wpa3-only").address)
        rule.onRoot().tryPerformAccessibilityChecks()
        rule.onNodeWithTag("title").assert(SemanticsMatcher.keyIsDefined(SemanticsProperties.Heading))
    }

    /** Local addresses are behind a permission from Android 17 on. */
    @Test
    @SdkSuppress(minSdkVersion = 37)
    fun withoutThePermissionThePersonIsToldAndMayGoOn() {
        person.takes("start", "begin")
        person.isAsked("LOCAL_NETWORK")
        val device = UiDevice.getInstance(InstrumentationRegistry.getInstrumentation())
        val deny = device.wait(Until.findObject(By.res(DENY)), DIALOG)
        assertNotNull("the system asked for no permission", deny)
        deny.click()
        person.sees("find")
        rule.onNodeWithTag("choice:type-address").assertExists()
    }
}
