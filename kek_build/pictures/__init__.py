"""Pictures that are drawn while building: the preview of each page that others see when it is shared, and icons."""
