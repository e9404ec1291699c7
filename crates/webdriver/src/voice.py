"""Orca with a voice that writes: each line of a file is what was said until there was nothing more to say.

Started like this it is not called orca, so it neither refuses to start beside another nor is it ended by one that
replaces all others; it has no ten seconds within which it must have started; and no file of the user's is read.
"""

import sys
import types

import gi
import pyatspi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


# Nobody presses the next key the moment that a word begins: what Firefox tells of the last one comes after it, and Orca follows
# that, back if need be. So it must have been calm for so long, in milliseconds, and what Orca has come to have the focus, if it
# can; where that does not come, so many times as long.
CALM = 250
ROUNDS = 16


class Voice:
    """What Orca takes for speech."""

    said = open(sys.argv[1], "a", encoding="utf-8", buffering=1)
    words = []
    timer = None
    rounds = 0

    @classmethod
    def add(cls, words):
        words = " ".join(str(words or "").split())
        if words:
            cls.words.append(words)
            cls.stir()

    @classmethod
    def stir(cls, event=None):
        if not cls.words:
            return
        if cls.timer:
            GLib.source_remove(cls.timer)
        cls.rounds = 0
        # Below all that Orca does about an event: a line is whole.
        cls.timer = GLib.timeout_add(CALM, cls.write, priority=GLib.PRIORITY_LOW)

    @classmethod
    def write(cls):
        cls.rounds += 1
        if cls.rounds < ROUNDS and cls.lags():
            return GLib.SOURCE_CONTINUE
        words, cls.words, cls.timer = cls.words, [], None
        cls.said.write(" | ".join(words) + "\n")
        return GLib.SOURCE_REMOVE

    @classmethod
    def lags(cls):
        try:
            states = orca_state.locusOfFocus.getState()
            return states.contains(Atspi.StateType.FOCUSABLE) and not states.contains(Atspi.StateType.FOCUSED)
        except Exception:
            # It is gone.
            return False

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

from orca import orca, orca_state, settings  # noqa: E402

for happening in ["object:state-changed:focused", "object:text-caret-moved"]:
    pyatspi.Registry.registerEventListener(Voice.stir, happening)

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
