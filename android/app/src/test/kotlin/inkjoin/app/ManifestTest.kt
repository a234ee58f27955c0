package inkjoin.app

import android.content.ComponentName
import android.content.Intent
import android.content.pm.ActivityInfo
import android.content.pm.ApplicationInfo
import android.content.pm.PackageManager
import android.net.Uri
import androidx.test.core.app.ApplicationProvider
import inkjoin.tests.ROOT
import java.io.File
import javax.xml.parsers.DocumentBuilderFactory
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.w3c.dom.Element

private const val ANDROID = "http://schemas.android.com/apk/res/android"

/** The manifest as it is built in, with those of the libraries. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class ManifestTest {
    private val app = ApplicationProvider.getApplicationContext<InkjoinApp>()
    private val packages = app.packageManager

    private fun xml(path: String): Element =
        DocumentBuilderFactory.newInstance().apply { isNamespaceAware = true }.newDocumentBuilder()
            .parse(File(ROOT, path)).documentElement

    private fun Element.all(tag: String) = getElementsByTagName(tag).run { List(length) { item(it) as Element } }

    @Test
    fun `nothing is backed up, to no cloud and no other phone`() {
        assertEquals(0, app.applicationInfo.flags and ApplicationInfo.FLAG_ALLOW_BACKUP)
        val declared = xml("target/android/AndroidManifest.xml").all("application").single()
        assertEquals("false", declared.getAttributeNS(ANDROID, "allowBackup"))
        assertEquals("false", declared.getAttributeNS(ANDROID, "fullBackupContent"))
        assertEquals("@xml/data_extraction_rules", declared.getAttributeNS(ANDROID, "dataExtractionRules"))
        val rules = xml("android/app/src/main/res/xml/data_extraction_rules.xml")
        for (road in listOf("cloud-backup", "device-transfer")) {
            val left = rules.all(road).single().all("exclude").map { it.getAttribute("domain") }
            assertEquals(setOf("root", "file", "database", "sharedpref", "external"), left.toSet())
        }
    }

    @Test
    fun `only what is needed may be done`() {
        val asked = packages.getPackageInfo(app.packageName, PackageManager.GET_PERMISSIONS).requestedPermissions.orEmpty()
            .map { it.removePrefix("android.permission.") }.toSet()
        val needed = setOf(
            "INTERNET", "ACCESS_NETWORK_STATE", "CHANGE_NETWORK_STATE", "CHANGE_WIFI_MULTICAST_STATE", "POST_NOTIFICATIONS",
            "ACCESS_LOCAL_NETWORK", "BLUETOOTH_SCAN", "NEARBY_WIFI_DEVICES", "BLUETOOTH", "BLUETOOTH_ADMIN",
            "ACCESS_FINE_LOCATION", "ACCESS_COARSE_LOCATION", "ACCESS_WIFI_STATE", "CHANGE_WIFI_STATE",
        )
        assertEquals(emptySet<String>(), asked - needed)
        assertTrue(asked.containsAll(listOf("INTERNET", "ACCESS_NETWORK_STATE", "POST_NOTIFICATIONS")))
    }

    @Test
    fun `the link opens the one activity, and no other link does`() {
        fun taken(link: String) = packages.queryIntentActivities(
            Intent(Intent.ACTION_VIEW, Uri.parse(link)).addCategory(Intent.CATEGORY_BROWSABLE).setPackage(app.packageName), 0,
        ).map { it.activityInfo.name }
        assertEquals(listOf(MainActivity::class.java.name), taken("inkjoin://setup"))
        assertEquals(emptyList<String>(), taken("inkjoin://other"))
        assertEquals(emptyList<String>(), taken("https://setup/"))
        val info = packages.getActivityInfo(ComponentName(app, MainActivity::class.java), 0)
        assertEquals(ActivityInfo.LAUNCH_SINGLE_TASK, info.launchMode)
        assertEquals("a turn makes a new activity", 0, info.configChanges and ActivityInfo.CONFIG_ORIENTATION)
    }

    @Test
    fun `both languages say everything`() {
        fun names(folder: String) = xml("android/app/src/main/res/$folder/strings.xml").all("string")
            .filter { it.getAttribute("translatable") != "false" }.map { it.getAttribute("name") }
        assertEquals(names("values"), names("values-de"))
        val listed = xml("android/app/src/main/res/xml/locales_config.xml").all("locale").map { it.getAttributeNS(ANDROID, "name") }
        assertEquals(listOf("en", "de"), listed)
    }
}
