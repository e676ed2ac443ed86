// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// `tempera`: goes on as the command line or as the window. The two are programs of their own, so that a command does not
// wait for the libraries of windows to be loaded, which would be a third of a short command's time. For the same reason
// nothing but the C library is needed here.

#include "app/cli/commandwords.h"

#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstring>

#include <unistd.h>

namespace {

using Path = std::array<char, PATH_MAX>;

/// The folder above that of this program, without a slash at its end; empty where the system does not tell, see errno.
Path folderOfAll()
{
    Path path{};
    if (::readlink("/proc/self/exe", path.data(), path.size() - 1) < 0)
        return {};
    for (int level = 0; level < 2; ++level) {
        if (char *slash = std::strrchr(path.data(), '/'))
            *slash = '\0';
    }
    return path;
}

/// One of the programs that this one goes on as: in libexec/, once built as once installed.
Path programIn(const Path &folder, const char *name)
{
    Path path{};
    const int length = std::snprintf(path.data(), path.size(), "%s/libexec/%s", folder.data(), name);
    return length < int(path.size()) ? path : Path{};
}

} // namespace

int main(int argc, char **argv)
{
    const Path folder = folderOfAll();
    const Path window = programIn(folder, "tempera-window");
    const Path commandLine = programIn(folder, "tempera-cli");
    const bool isForWindow = argc < 2 || !Tempera::isCommandWord(argv[1]);
    // Where there is no window, the command line says so, in the user's language.
    const Path &program = isForWindow && ::access(window.data(), X_OK) == 0 ? window : commandLine;
    ::execv(program.data(), argv);
    // Untranslated: what has the translations is what is missing.
    std::fprintf(stderr, "%s: %s. Tempera is not whole; build it or install it again.\n", program.data(), std::strerror(errno));
    return 1;
}
