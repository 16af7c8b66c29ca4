// The members' points of a shop of its own, which is the authority over them. Nothing
// where there is a head office: it is the authority then.
#pragma once

#include "sync/purses/fold.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class PursesProjection final : public Projection {
public:
    explicit PursesProjection(const TillIdentity& self) : m_is_alone{self.is_alone} {}
    void apply(database::Connection& connection, const Event& event) override
    {
        if (m_is_alone) purses::fold(connection, event);
    }
    [[nodiscard]] std::vector<std::string_view> tables() const override { return purses::tables(); }

private:
    bool m_is_alone{false};
};

} // namespace guitai
