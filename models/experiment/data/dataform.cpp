// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/dataform.h"

#include <QCoreApplication>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The workbook's own name, without the sheet behind it; empty where it is none.
QString workbookOf(const QString &path)
{
    const qsizetype sheet = path.lastIndexOf(u'#');
    for (const QString &book : {path, sheet < 0 ? path : path.first(sheet)}) {
        for (const auto ending : {".xlsx"_L1, ".xls"_L1, ".ods"_L1}) {
            if (book.endsWith(ending, Qt::CaseInsensitive))
                return book;
        }
    }
    return {};
}

} // namespace

DataForm dataForm(const QString &path)
{
    static constexpr std::array endings{
        std::pair{".csv"_L1, DataForm::Table},   std::pair{".tsv"_L1, DataForm::Table},    std::pair{".txt"_L1, DataForm::Table},
        std::pair{".jsonl"_L1, DataForm::Lines}, std::pair{".ndjson"_L1, DataForm::Lines}, std::pair{".json"_L1, DataForm::Tree},
        std::pair{".yaml"_L1, DataForm::Tree},   std::pair{".yml"_L1, DataForm::Tree},
    };
    for (const auto &[ending, form] : endings) {
        if (path.endsWith(ending, Qt::CaseInsensitive))
            return form;
    }
    return workbookOf(path).isEmpty() ? DataForm::Unknown : DataForm::Workbook;
}

QString workbookHint(const QString &path)
{
    const QString book = workbookOf(path);
    return QCoreApplication::translate(
               "ExperimentFile", "%1 is a workbook, and sheets are not read. Save the sheet as CSV and name that file instead; "
                                 "LibreOffice does it by: %2")
        .arg(path, u"soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76' '%1'"_s.arg(
                       QString(book).replace(u'\'', u"'\\''"_s)));
}

} // namespace Tempera
