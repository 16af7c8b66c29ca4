// Members' complaints and what was done for them, here and, once told, anywhere.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class ComplaintsProjection final : public Projection {
public:
    explicit ComplaintsProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"complaints", "complaint_answers"}; }

private:
    TillIdentity m_self;
};

} // namespace guitai
