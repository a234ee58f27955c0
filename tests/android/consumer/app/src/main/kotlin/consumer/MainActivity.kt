package consumer

import android.app.Activity
import android.os.Bundle
import android.widget.TextView
import kotlin.concurrent.thread
import kotlinx.coroutines.runBlocking

class MainActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        val text = TextView(this)
        setContentView(text)
        thread {
            val said = runBlocking { visit() }
            runOnUiThread { text.text = said }
        }
    }
}
