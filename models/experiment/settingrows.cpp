// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/settingrows.h"

#include "models/core/valuetext.h"
#include "models/experiment/data/datasecrets.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class SettingRowsMaker
{
    Q_DECLARE_TR_FUNCTIONS(SettingRows)
public:
    QList<SettingRow> make(const QList<Variant> &variants)
    {
        m_count = variants.size();
        for (const Variant &variant : variants) {
            set(tr("Model"), variant.endpoint.shownId());
            set(tr("Address"), variant.endpoint.baseUrl.isEmpty() ? QString() : publicAddress(variant.endpoint.baseUrl));
            set(tr("Address from"), variant.endpoint.addressFrom);
            ++m_variant;
        }
        inEach(variants, [](const Variant &variant) {
            QJsonObject sampling = samplingToJson(variant.sampling);
            if (variant.sampling.seed) // beyond what JSON's numbers hold, too
                sampling.insert(parameterName(Parameter::Seed), QString::number(*variant.sampling.seed));
            return sampling;
        });
        m_variant = 0;
        for (const Variant &variant : variants) {
            set(tr("Form of the prompt"), variant.form == PromptForm::Continuation ? tr("continuation") : QString());
            set(tr("Strict"), variant.strict ? tr("yes") : QString());
            set(tr("Only with the prompts"), variant.promptLabels.join(u", "_s));
            ++m_variant;
        }
        inEach(variants, [](const Variant &variant) { return variant.config; });
        inEach(variants, [](const Variant &variant) { return variant.other; });
        return m_rows;
    }

private:
    template<typename ObjectOf>
    void inEach(const QList<Variant> &variants, ObjectOf objectOf)
    {
        m_variant = 0;
        for (const Variant &variant : variants) {
            const QJsonObject object = dataToJson(*withoutSecrets(dataFromJson(objectOf(variant)))).toObject();
            for (auto it = object.begin(); it != object.end(); ++it)
                set(it.key(), valueText(it.value()));
            ++m_variant;
        }
    }

    void set(const QString &name, const QString &value)
    {
        if (value.isEmpty())
            return;
        auto row = std::ranges::find(m_rows, name, &SettingRow::name);
        if (row == m_rows.end()) {
            m_rows += SettingRow{name, QStringList(m_count)};
            row = std::prev(m_rows.end());
        }
        row->values[m_variant] = value;
    }

    QList<SettingRow> m_rows;
    qsizetype m_count = 0;
    qsizetype m_variant = 0;
};

} // namespace

bool SettingRow::differs() const
{
    return std::ranges::any_of(values, [this](const QString &value) { return value != values.constFirst(); });
}

QList<SettingRow> settingRows(const QList<Variant> &variants)
{
    return SettingRowsMaker().make(variants);
}

} // namespace Tempera
