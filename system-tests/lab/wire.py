"""A line between two TAP devices that delays, drops and paces frames. Its arguments are their names. On standard
input it takes settings, a line each, that hold for each way from then on: delay=MS jitter=MS loss=PERCENT rate=KBIT,
and udp-out-loss=PERCENT for the UDP that comes from the first alone. It ends with its input."""

import fcntl
import heapq
import os
import random
import select
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TAP_WITHOUT_HEADER = 0x1002
BUFFER_SECONDS = 0.3  # what waits longer than this for a slow line is dropped, as a router would
INTERFACE_DOWN = 5  # EIO


def tap(name):
    """The device lives as long as this process."""
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TAP_WITHOUT_HEADER))
    return device


def is_udp(frame):
    """Over IPv4 (RFC 894, RFC 791)."""
    return frame[12:14] == b"\x08\x00" and frame[23:24] == b"\x11"


class Line:
    def __init__(self, ends):
        self.ends = ends
        self.settings = {}
        self.waiting = []  # (when it is due, sequence, end to write to, frame)
        self.sequence = 0
        self.free = [0.0, 0.0]  # for each way: when the line is free
        self.last = [0.0, 0.0]  # for each way: when the last frame is due, since none overtakes another

    def setting(self, name):
        return float(self.settings.get(name, 0))

    def loses(self, way, frame):
        lost = self.setting("loss")
        if way == 0 and is_udp(frame):
            lost = max(lost, self.setting("udp-out-loss"))
        return random.random() * 100 < lost

    def take(self, way, frame, now):
        if self.loses(way, frame):
            return
        due = now
        rate = self.setting("rate")
        if rate:
            if self.free[way] - now > BUFFER_SECONDS:
                return
            due = self.free[way] = max(now, self.free[way]) + len(frame) * 8 / (rate * 1000)
        due += max(0.0, self.setting("delay") + random.uniform(-1, 1) * self.setting("jitter")) / 1000
        due = self.last[way] = max(due, self.last[way])
        self.sequence += 1
        heapq.heappush(self.waiting, (due, self.sequence, 1 - way, frame))

    def give(self, now):
        while self.waiting and self.waiting[0][0] <= now:
            _, _, end, frame = heapq.heappop(self.waiting)
            try:
                os.write(self.ends[end], frame)
            except BlockingIOError:
                pass  # full: lost, as on a real line
            except OSError as e:
                if e.errno != INTERFACE_DOWN:
                    sys.exit()  # the lab is gone

    def until_due(self, now):
        return max(0.0, self.waiting[0][0] - now) if self.waiting else None


def main():
    line = Line([tap(name) for name in sys.argv[1:3]])
    print("ready", flush=True)
    while True:
        line.give(time.monotonic())
        ready, _, _ = select.select(line.ends + [0], [], [], line.until_due(time.monotonic()))
        for source in ready:
            if source == 0:
                words = os.read(0, 4096)
                if not words:
                    sys.exit()
                newest = words.decode().splitlines()[-1]
                line.settings = dict(word.split("=") for word in newest.split())
                continue
            try:
                frame = os.read(source, 65536)
            except BlockingIOError:
                continue
            except OSError as e:
                if e.errno == INTERFACE_DOWN:
                    time.sleep(0.001)
                    continue
                sys.exit()
            line.take(line.ends.index(source), frame, time.monotonic())


main()
