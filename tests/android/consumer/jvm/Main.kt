package consumer

import kotlinx.coroutines.runBlocking

fun main() = println(runBlocking { visit() })
