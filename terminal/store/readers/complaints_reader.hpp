// Members' complaints as the till's own tables have them.
#pragma once

#include "sync/database/database.hpp"
#include "terminal/app/complaint_ports.hpp"

namespace guitai {

class StoreComplaintsReader final : public ComplaintReader {
public:
    explicit StoreComplaintsReader(database::Connection& connection) : m_connection{connection} {}

    [[nodiscard]] std::vector<ComplaintCase> of_member(const MemberId& member) const override;
    [[nodiscard]] std::vector<ComplaintCase> open_at(const PlaceCode& store) const override;
    [[nodiscard]] std::optional<ComplaintCase> find(const ComplaintId& complaint) const override;
    [[nodiscard]] std::string last_words_of(const StaffName& staff) const override;

private:
    database::Connection& m_connection;
};

} // namespace guitai
