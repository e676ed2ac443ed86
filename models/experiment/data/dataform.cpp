// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/dataform.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

DataForm dataForm(const QString &path)
{
    static constexpr std::array endings{
        std::pair{".csv"_L1, DataForm::Table},   std::pair{".tsv"_L1, DataForm::Table},
        std::pair{".txt"_L1, DataForm::Table},   std::pair{".jsonl"_L1, DataForm::Lines},
        std::pair{".ndjson"_L1, DataForm::Lines}, std::pair{".json"_L1, DataForm::Tree},
        std::pair{".yaml"_L1, DataForm::Tree},   std::pair{".yml"_L1, DataForm::Tree},
    };
    for (const auto &[ending, form] : endings) {
        if (path.endsWith(ending, Qt::CaseInsensitive))
            return form;
    }
    return DataForm::Unknown;
}

} // namespace Tempera
