// Which parts of a profile were said face to face, where and when. Whatever else is in a profile came from a file.
#pragma once

#include "sync/events/member_file_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <map>

namespace guitai::office {

class ProfileSources final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"profile_sources"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct FaceToFace {
    std::int64_t at_ms{0};
    PlaceCode store;
    StaffName staff;
};
[[nodiscard]] std::map<ProfilePart, FaceToFace> said_face_to_face(database::Connection& connection,
                                                                  const MemberId& member);

} // namespace guitai::office
