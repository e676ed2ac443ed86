# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cmake -DOUTPUT=FILE -DROOT=DIRECTORY "-DTESTS=SOURCE,…" -P joined.cmake: one source file of several test programs, each in a
# namespace of its own, so that their names may be the same; which one is run says the name under which the program is
# started. What they include comes first, outside of the namespaces: there, `#pragma once` lets the second go by.

string(REPLACE "," ";" TESTS "${TESTS}")
set(includes)
set(units)
set(choices)
foreach(source IN LISTS TESTS)
    cmake_path(GET source STEM name)
    file(STRINGS ${ROOT}/${source} lines REGEX "^#include")
    list(FILTER lines EXCLUDE REGEX "\\.moc")
    list(APPEND includes ${lines})
    string(APPEND units "namespace ${name} {\n"
        "namespace Tempera {\nusing namespace ::Tempera;\n}\n"
        "#include \"${source}\"\n}\n")
    string(APPEND choices "    if (name == \"${name}\")\n        return ${name}::main(argc, argv);\n")
endforeach()
list(REMOVE_DUPLICATES includes)
list(JOIN includes "\n" includes)
file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT [[@includes@

// What moc's part includes.
#include <QtCore/qmetatype.h>
#include <QtCore/qtmochelpers.h>
#include <QtCore/qxptype_traits.h>
#include <cstdio>
#include <memory>
#include <string_view>

namespace Tempera {
}
@units@
int main(int argc, char **argv)
{
    std::string_view name = argv[0];
    name.remove_prefix(name.rfind('/') + 1);
@choices@    std::fprintf(stderr, "started under the name of none of its tests\n");
    return 2;
}
]])
