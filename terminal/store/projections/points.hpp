// Lots of points, one an event. The arithmetic over them is sync/points.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class PointsProjection final : public Projection {
public:
    explicit PointsProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"points_lots"}; }

private:
    TillIdentity m_self;
};

} // namespace guitai
