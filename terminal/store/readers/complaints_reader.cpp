#include "terminal/store/readers/complaints_reader.hpp"

#include "sync/complaints/tables.hpp"
#include "terminal/store/purse_numbers.hpp"

namespace guitai {

std::vector<ComplaintCase> StoreComplaintsReader::of_member(const MemberId& member) const
{
    return complaints::cases_of(m_connection, numbers_of(m_connection, member));
}

std::vector<ComplaintCase> StoreComplaintsReader::open_at(const PlaceCode& store) const
{
    return complaints::open_at(m_connection, store);
}

std::optional<ComplaintCase> StoreComplaintsReader::find(const ComplaintId& complaint) const
{
    return complaints::find(m_connection, complaint);
}

std::string StoreComplaintsReader::last_words_of(const StaffName& staff) const
{
    return complaints::last_words_of(m_connection, staff);
}

} // namespace guitai
