"""Orca with a voice that writes: each line of a file is what was said until there was nothing more to say.

Started like this it is not called orca, so it neither refuses to start beside another nor is it ended by one that
replaces all others; it has no ten seconds within which it must have started; and no file of the user's is read.
"""

import sys
import types

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


class Voice:
    """What Orca takes for speech."""

    said = open(sys.argv[1], "a", encoding="utf-8", buffering=1)
    words = []

    @classmethod
    def add(cls, words):
        words = " ".join(str(words or "").split())
        if not words:
            return
        if not cls.words:
            # Below all that Orca does about an event: a line is whole.
            GLib.idle_add(cls.write, priority=GLib.PRIORITY_LOW)
        cls.words.append(words)

    @classmethod
    def write(cls):
        words, cls.words = cls.words, []
        cls.said.write(" | ".join(words) + "\n")
        return GLib.SOURCE_REMOVE

    @classmethod
    def getSpeechServer(cls, info=None):
        return cls()

    @staticmethod
    def shutdownActiveServers():
        pass

    def speak(self, text=None, acss=None, interrupt=True):
        self.add(text)

    def speakCharacter(self, character, acss=None):
        self.add(character)

    def sayAll(self, utterances, progress):
        for context, _ in utterances:
            self.add(context.utterance)

    def __getattr__(self, name):
        # Rate, pitch and the like, of which a file has none.
        return lambda *_, **__: None


sys.modules["orca.voice"] = types.SimpleNamespace(SpeechServer=Voice)

from orca import orca, settings  # noqa: E402

settings.timeoutTime = 0
# A program that is asked for a name may take as long as a busy machine does, in milliseconds; by itself it is taken for hung
# after 800, and what should have been said is lost.
Atspi.set_timeout(60_000, 120_000)
orca.getSettingsManager().activate(
    None,
    {
        "speechServerFactory": "voice",
        "speechFactoryModules": ["voice"],
        "enableBraille": False,
        "enableSound": False,
        "enableKeyEcho": False,
        # A page says its head when it is there, and not all of itself.
        "sayAllOnLoad": False,
    },
)
sys.exit(orca.main())
