// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/vocabulary.h"

#include <memory>
#include <vector>

namespace Tempera {

/// Table `vocabularies`: the pieces of each model once, however many answers name its tokens. Thread of the database.
class VocabularyRepository
{
public:
    explicit VocabularyRepository(Database &database) : m_database(database) { }

    /// The row of a vocabulary, which is written when it is new; 0 for none. Fails where the database does.
    [[nodiscard]] Result<qint64> rowOf(const std::shared_ptr<const Vocabulary> &vocabulary);
    /// Null when there is no such row or it cannot be read.
    [[nodiscard]] std::shared_ptr<const Vocabulary> load(qint64 row);
    /// To be called after a rollback.
    void forget() { m_known.clear(); }

private:
    struct Known {
        std::weak_ptr<const Vocabulary> vocabulary;
        qint64 row = 0;
    };
    Database &m_database;
    std::vector<Known> m_known; ///< One a model that was used lately; short.
};

} // namespace Tempera
