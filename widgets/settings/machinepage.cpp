// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/machinepage.h"

#include "models/core/gguf/memoryneed.h"
#include "widgets/common/controls.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Prompt tokens of one step, as the engine takes them.
constexpr int StepTokens = 512;

QSpinBox *addNumber(QFormLayout *form, const QString &name, const QString &title, const QString &help)
{
    auto *box = new QSpinBox(form->parentWidget());
    box->setObjectName(name);
    box->setAccessibleName(QString(title).remove(u'&'));
    box->setAccessibleDescription(help);
    box->setGroupSeparatorShown(true);
    letWheelPass(box);
    form->addRow(title, box);
    auto *label = new MutedLabel(help, form->parentWidget());
    label->setWordWrap(true);
    form->addRow(label);
    return box;
}

QComboBox *addChoice(QFormLayout *form, const QString &name, const QString &title, const QString &help)
{
    auto *box = new QComboBox(form->parentWidget());
    box->setObjectName(name);
    box->setAccessibleName(QString(title).remove(u'&'));
    box->setAccessibleDescription(help);
    letWheelPass(box);
    form->addRow(title, box);
    auto *label = new MutedLabel(help, form->parentWidget());
    label->setWordWrap(true);
    form->addRow(label);
    return box;
}

void setNumber(QSpinBox *box, int least, int most, int value, const QString &specialText)
{
    box->setRange(least, most);
    box->setSpecialValueText(specialText);
    box->setValue(value);
}

QString sizeText(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace

MachinePage::MachinePage(const LocalSettings &settings, int generations, QWidget *parent)
    : QWidget(parent), m_generations(generations)
{
    auto *form = new QFormLayout(this);
    m_threads = addNumber(form, u"threads"_s, tr("&Threads"),
                          tr("Cores that a model computes on. More than the machine has make it slower."));
    setNumber(m_threads, 0, 512, settings.threads, tr("Automatic"));
    m_context = addNumber(form, u"contextTokens"_s, tr("&Context"),
                          tr("Longest prompt and answer together. A longer one takes more memory."));
    m_context->setSingleStep(1'024);
    setNumber(m_context, 0, 1 << 20, settings.contextTokens, tr("The model's own, at most 8,192"));
    m_cache = addChoice(form, u"cacheType"_s, tr("&Kept as"),
                        tr("How the context is kept. q8_0 takes half the memory of f16 and q4_0 a quarter, for a little "
                           "quality. Strict mode always keeps f16."));
    for (CacheType type : allCacheTypes())
        m_cache->addItem(cacheTypeName(type), static_cast<int>(type));
    m_cache->setCurrentIndex(m_cache->findData(static_cast<int>(settings.cacheType)));
    m_attention = addChoice(form, u"flashAttention"_s, tr("&Flash attention"),
                            tr("Computes attention in one pass: quicker, and less memory for long contexts."));
    m_attention->addItem(tr("Automatic"), static_cast<int>(FlashAttention::Auto));
    m_attention->addItem(tr("On"), static_cast<int>(FlashAttention::On));
    m_attention->addItem(tr("Off"), static_cast<int>(FlashAttention::Off));
    m_attention->setCurrentIndex(m_attention->findData(static_cast<int>(settings.flashAttention)));
    m_gpuLayers = addNumber(form, u"gpuLayers"_s, tr("&GPU layers"),
                            tr("Layers in the memory of a graphics card or of RPC workers. Without either this does nothing."));
    setNumber(m_gpuLayers, -1, 10'000, settings.gpuLayers, tr("All that fit"));
    m_workers = new QLineEdit(settings.rpcWorkers.join(u", "_s), this);
    m_workers->setObjectName(u"rpcWorkers"_s);
    m_workers->setAccessibleName(tr("RPC workers"));
    m_workers->setPlaceholderText(tr("host:port, host:port"));
    form->addRow(tr("&RPC workers"), m_workers);
    auto *workersHelp = new MutedLabel(tr("Machines with llama.cpp's rpc-server that hold a part of a model too large for "
                                          "this one. What goes there is not encrypted."),
                                       this);
    workersHelp->setWordWrap(true);
    form->addRow(workersHelp);
    m_kept = addNumber(form, u"keptModels"_s, tr("&Models kept"), tr("Models that stay loaded when nothing uses them."));
    setNumber(m_kept, 1, 16, settings.keptModels, {});
    m_idle = addNumber(form, u"idleMinutes"_s, tr("&Unload after"), tr("Minutes until a model that nothing uses is unloaded."));
    setNumber(m_idle, 0, 7 * 24 * 60, static_cast<int>(settings.idleTimeout.count()), tr("Never"));
    m_candidates = addNumber(form, u"traceCandidates"_s, tr("&Alternatives"),
                             tr("Likeliest alternatives that are kept of each token, 8 bytes each; how many are less likely is "
                                "kept as a histogram."));
    m_candidates->setSingleStep(256);
    setNumber(m_candidates, 16, 1 << 16, settings.traceCandidates, {});
    m_model = addChoice(form, u"memoryModel"_s, tr("&Estimate for"),
                        tr("What this model would take of the memory with the settings above."));
    m_memory = new QLabel(this);
    m_problems = new QLabel(this);
    for (QLabel *label : {m_memory, m_problems}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        form->addRow(label);
    }
    m_memory->setObjectName(u"memory"_s);
    m_problems->setObjectName(u"problems"_s);
    for (QSpinBox *box : {m_threads, m_context, m_gpuLayers, m_kept, m_idle, m_candidates})
        connect(box, &QSpinBox::valueChanged, this, &MachinePage::refresh);
    for (QComboBox *box : {m_cache, m_attention, m_model})
        connect(box, &QComboBox::currentIndexChanged, this, &MachinePage::refresh);
    connect(m_workers, &QLineEdit::textChanged, this, &MachinePage::refresh);
    refresh();
}

LocalSettings MachinePage::settings() const
{
    LocalSettings settings;
    settings.threads = m_threads->value();
    settings.contextTokens = m_context->value();
    settings.cacheType = static_cast<CacheType>(m_cache->currentData().toInt());
    settings.flashAttention = static_cast<FlashAttention>(m_attention->currentData().toInt());
    settings.gpuLayers = m_gpuLayers->value();
    const QStringList workers = m_workers->text().split(u',', Qt::SkipEmptyParts);
    for (const QString &worker : workers) {
        if (const QString trimmed = worker.trimmed(); !trimmed.isEmpty())
            settings.rpcWorkers += trimmed;
    }
    settings.keptModels = m_kept->value();
    settings.idleTimeout = std::chrono::minutes(m_idle->value());
    settings.traceCandidates = m_candidates->value();
    return settings;
}

void MachinePage::setMachine(const QList<LibraryModel> &models, std::optional<std::int64_t> availableBytes)
{
    m_models.clear();
    m_available = availableBytes;
    m_model->clear();
    for (const LibraryModel &model : models) {
        if (!model.facts)
            continue;
        m_models.append(model);
        m_model->addItem(model.name);
    }
    m_model->setEnabled(!m_models.isEmpty());
    refresh();
}

void MachinePage::refresh()
{
    const LocalSettings chosen = settings();
    const QList<Error> problems = problemsOf(chosen);
    QStringList sentences;
    for (const Error &problem : problems)
        sentences += problem.detail;
    m_problems->setText(sentences.join(u'\n'));
    m_problems->setVisible(!problems.isEmpty());
    updateMemory(chosen);
    Q_EMIT validityChanged(problems.isEmpty());
}

void MachinePage::updateMemory(const LocalSettings &settings)
{
    const int row = m_model->currentIndex();
    if (row < 0 || row >= m_models.size()) {
        m_memory->setText(tr("No model of this machine is known yet."));
        return;
    }
    const MemoryNeed need = memoryNeed(*m_models.at(row).facts, settings, m_generations, StepTokens + m_generations);
    QString text = tr("About %1: weights %2, context %3, work %4.")
                       .arg(sizeText(need.total()), sizeText(need.weights), sizeText(need.cache), sizeText(need.compute));
    if (m_available) {
        text += u' '
                + (need.total() <= *m_available ? tr("%1 are free.").arg(sizeText(*m_available))
                                                : tr("Only %1 are free: it would not be loaded.").arg(sizeText(*m_available)));
    }
    m_memory->setText(text);
}

} // namespace Tempera
