// The histories of a head office that was put back to an older copy, and whether it lends again.
#pragma once

#include "sync/journal/books.hpp"

namespace guitai {

class HistoriesProjection final : public Projection {
public:
    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"office_histories"}; }
};

} // namespace guitai
