package inkjoin.app

import androidx.activity.ComponentActivity

class MainActivity : ComponentActivity()
