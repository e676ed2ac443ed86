// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/requestoption.h"

#include "app/cli/options.h"

#include <string>
#include <vector>

namespace Tempera {

void addShowRequest(CLI::App &command, std::optional<RequestForm> &shownAs)
{
    std::vector<std::string> words;
    for (const RequestForm form : {RequestForm::Wire, RequestForm::Curl, RequestForm::Python, RequestForm::JavaScript})
        words.push_back(requestFormName(form).toStdString());
    command.add_flag("--show-request{" + words.front() + "}")
        ->description(text(QT_TRANSLATE_NOOP(
            "Cli", "Send nothing; print the request without its key: as it is sent, or =curl, =python, =javascript")))
        ->check(CLI::IsMember(words))
        ->each([&shownAs](const std::string &word) { shownAs = requestFormFromName(QString::fromStdString(word)); });
}

} // namespace Tempera
